"""Letters to somebody who moves on, about their information and whom they let in, for the test of every letter."""

from datetime import timedelta

from kith.access import clock
from kith.access.actor import Actor
from kith.moving_on import actions as moving_on
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.rights import actions as rights
from tests.letting_in import let_see

from .conftest import SYSTEM, at


def carries_on(cast):
    """They stopped this morning, and wanted to be asked in a month how it goes."""
    talk = moving_on.begin(individual=cast.individual, by=cast.as_worker)
    moving_on.be_asked(talk=talk, months=1, by=cast.as_individual)
    moving_on.stop(individual=cast.individual, by=cast.as_worker)
    cast.individual.refresh_from_db()


def back_again(cast):
    by = actor_for(cast.manager, clock.now())
    moving_on.come_back(individual=cast.individual, worker=cast.worker, by=by)
    cast.individual.refresh_from_db()


def your_page(cast, goal):
    carries_on(cast)
    with clock.at(at(2, 9, month=9).replace(year=2027)):
        moving_on.tell_all_of_the_end(by=SYSTEM)
    back_again(cast)  # so that somebody has the answer; else the team does


def stopped(cast, goal):
    carries_on(cast)
    back_again(cast)


def how_it_goes_now(cast, goal):
    carries_on(cast)
    with clock.at(at(1, 9, month=11)):
        moving_on.ask_all_how_it_goes(by=SYSTEM)
    back_again(cast)


def welcome_back(cast, goal):
    carries_on(cast)
    back_again(cast)


def not_here(cast, goal):
    carries_on(cast)
    wish = moving_on.ask_to_come_back(individual=cast.individual, by=cast.as_individual)
    manager = actor_for(cast.manager, clock.now())
    moving_on.say_not_here(wish=wish, not_here="We work elsewhere.", who_helps="Highfield team.", by=manager)
    back_again(cast)


def what_carries_on(cast, goal):
    talk = moving_on.begin(individual=cast.individual, by=cast.as_worker)
    moving_on.write_part(talk=talk, kind="goes on", words="Boxing", by=cast.as_worker)
    moving_on.say_it_is_ready(talk=talk, by=cast.as_worker)


def about_information(cast, goal):
    office = Actor.command_line()
    ines = people.add_account(email="ines@calderford.example", name="Ines Marlow", is_rights_lead=True, by=office)
    wanted = rights.ask(individual=cast.individual, kind="copy", by=cast.as_individual)
    rights.answer(wanted=wanted, outcome="done", words="", by=actor_for(ines, clock.now()))


def letting_in_ends(cast, goal):
    share = let_see(cast.individual, cast.stranger, "goals", by=cast.as_individual)
    with clock.at(share.ends_at - timedelta(days=10)):
        people.ask_before_the_end(by=SYSTEM)


AND_BESIDES = [
    ("to individual: your page", your_page),
    ("to individual: how it goes now", how_it_goes_now),
    ("to individual: stopped working together", stopped),
    ("to individual: welcome back", welcome_back),
    ("to individual: answer about coming back", not_here),
    ("to individual: something to read", what_carries_on),
    ("to individual: about your information", about_information),
    ("to individual: letting in ends", letting_in_ends),
]
