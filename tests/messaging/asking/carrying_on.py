"""Letters to somebody who moves on, for the test of every letter."""

from kith.access import clock
from kith.moving_on import actions as moving_on
from kith.people.actors import actor_for

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
