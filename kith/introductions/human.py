"""The human whom a place, or somebody on their way, can ring: a first name and a number that tells of no service."""

from kith.design import phones
from kith.people import reaching

from . import wording


def human_for(speaker, team) -> wording.Human:
    """Who stands under a letter to a place. `speaker`: the worker; `team`: whose number stands in for theirs."""
    name = speaker.first_name if speaker else ""
    return wording.Human(name, number_of(speaker, team), reaching.replies_have_a_way_in())


def number_of(worker, team) -> str:
    """The worker's own number; else what the team says of itself, only where it names no service; "" for neither."""
    if worker and worker.phone:
        return phones.as_people_write(worker.phone)
    said = team.reached_at if team else ""
    return "" if wording.service_words(said) else said


def human_of(introduction) -> wording.Human:
    """The same for an introduction."""
    partnership = introduction.partnership
    return human_for(partnership.user if partnership else None, introduction.individual.team)
