"""The live address of a calendar: whose it is, and where."""

from django.conf import settings
from django.urls import reverse

from kith.interop.models import Feed
from kith.people import links
from kith.people.models import User

SALT = "kith.interop.feed"


def feed_of(user: User) -> Feed | None:
    """The live one, if there is one."""
    return user.feeds.filter(stopped_at__isnull=True).first()


def feed_with(token: str) -> Feed | None:
    """The live feed of this address. Wrong, stopped and made-up ones are alike nothing."""
    public_id = links.read(token, SALT)
    if public_id is None:
        return None
    live = Feed.objects.filter(public_id=public_id, stopped_at__isnull=True, user__is_active=True)
    return live.select_related("user__individual").first()


def address_of(feed: Feed) -> str:
    """The whole address, on the host whose name tells nothing: it stands in the settings of a phone."""
    path = reverse("interop:feed", args=[links.written(feed.public_id, SALT)])
    return f"{settings.INTRODUCTION_URL.rstrip('/')}{path}"
