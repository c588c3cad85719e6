"""Names as people have them are kept, found, shown and printed as they are (F-26)."""

from html import escape

import pytest
from django.test import Client
from django.urls import reverse

from kith.access.actor import Actor
from kith.people import actions as people
from kith.people.models import Individual
from tests.goals.cast import gather

pytestmark = [pytest.mark.django_db, pytest.mark.fault("F-26")]
NAMES = (
    "Zoë",
    "Zoe\u0308 with a mark of its own",
    "李小龙",
    "O'Brien",
    "D’Arcy-Lloyd",
    "X",
    "محمد",
    "שרה",
    "Sam 🌻",
    "Null",
    "None",
    "Test",
    "<b>Ann</b> & Co",
    "A" * 60,
)


def test_every_name_is_kept_found_shown_and_printed(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False
    cast, client = gather(), Client()
    told = {"worker": cast.worker, "team": cast.team, "by": Actor.command_line()}
    for name in NAMES:
        people.open_partnership(called=name, **told)
    client.force_login(cast.worker)
    wrong = []
    everybody = Individual.objects.filter(team=cast.team)
    for each in everybody:
        shown = client.get(reverse("home:person", args=[each.public_id])).content.decode()
        printed = client.get(reverse("home:plan_on_paper", args=[each.public_id])).content.decode()
        found = client.get(reverse("home:people"), {"q": each.called}).content.decode()
        pages = {"shown": shown, "printed": printed, "found": found}
        wrong += [(each.called, where) for where, page in pages.items() if escape(each.called) not in page]
    assert wrong == [] and {each.called for each in everybody} == {*NAMES, "Tomos"}
