"""Adds to the neighbourhood in this folder what it has one of, and tells what an attacker has to be told.

Run beside the tests as a process of its own, since it works in the folder that is going to be served.
"""

import json
import sys

import django


def main() -> int:
    django.setup()
    json.dump(_laid_out(), sys.stdout)
    return 0


def _laid_out() -> dict:
    from kith.people.models import Individual, Link, User

    _second_of_each()
    _links_beside_that_of_a_helper()
    individuals = Individual.objects.filter(user__isnull=False).select_related("user")
    return {
        "apps": {_who(user): _app_of(user) for user in User.objects.all() if _is_staff(user)},
        "records": {_who(each.user): each.public_id for each in individuals},
        "links": [_address(link) for link in Link.objects.filter(stopped_at__isnull=True)],
    }


def _second_of_each() -> None:
    """A second team has a manager and somebody who is supported; the second individual has a supporter too."""
    from kith.access import clock
    from kith.access.actor import Actor
    from kith.people import actions as people
    from kith.people.actors import actor_for
    from kith.people.models import User
    from tests.letting_in import let_see

    office = Actor.command_line()
    names = {"noor": "Noor Field", "kit": "Kit Marsh", "una": "Una Bright"}
    new = {who: people.add_account(email=f"{who}@kith.example", name=name, by=office) for who, name in names.items()}
    deb, maya = (User.objects.get(email=f"{who}@kith.example") for who in ("deb", "maya"))
    team = deb.relations.get(team__isnull=False).team
    people.appoint_manager(user=new["noor"], team=team, by=office)
    people.open_partnership(worker=deb, team=team, called="Kit", user=new["kit"], by=office)
    let_see(maya.individual, new["una"], "goals", by=actor_for(maya, clock.now()))


def _links_beside_that_of_a_helper() -> None:
    """The page before a meeting of Greg's, and the one on which a place answers about Maya."""
    from datetime import timedelta

    from kith.access import clock
    from kith.conversations.models import Meeting
    from kith.directory.models import Activity
    from kith.introductions import actions as introductions
    from kith.introductions.wording import digest
    from kith.people import actions as people
    from kith.people.actors import actor_for
    from kith.people.models import User

    as_ = {
        who: actor_for(User.objects.get(email=f"{who}@kith.example"), clock.now()) for who in ("vish", "priya", "maya")
    }
    meeting = Meeting.objects.get(individual__user__email="greg@kith.example", state="planned")
    day = {"about": meeting.public_id, "ends_at": clock.now() + timedelta(days=9)}
    people.give_link(purpose="visit", individual=meeting.individual, by=as_["vish"], **day)
    activity = Activity.objects.filter(host_name="Dawn").first()
    activity.email = "dawn@harriers.example"
    activity.save(update_fields=["email"])
    chosen = {"says": "first name", "gets_in_touch": "worker writes", "goes_along": "nobody", "host_name": "Dawn"}
    asked = introductions.prepare(
        individual=User.objects.get(email="maya@kith.example").individual,
        activity=activity,
        by=as_["priya"],
        **chosen,
    )
    introductions.agree(introduction=asked, shown=digest(asked.words_to_say, asked.true_answer), by=as_["maya"])
    introductions.send_message(introduction=asked, by=as_["priya"])


def _is_staff(user) -> bool:
    from kith.access import clock
    from kith.people.actors import actor_for

    return actor_for(user, clock.now()).is_staff


def _app_of(user) -> str:
    """The secret of the app that shows this worker their second step."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


def _who(user) -> str:
    return user.email.partition("@")[0]


def _address(link) -> str:
    from urllib.parse import urlsplit

    from kith.people.links import address

    return urlsplit(address(link)).path


if __name__ == "__main__":
    sys.exit(main())
