"""Where the pages of one individual are."""

from django.urls import reverse

from kith.budget import queries as budget
from kith.conversations import queries as conversations
from kith.demo.who import EVERYBODY
from kith.goals import queries as goals
from kith.ideas import queries as ideas
from kith.introductions import queries as introductions
from kith.network_map import queries as network_map
from kith.paperwork import queries as paperwork
from kith.paperwork.filled import filled
from kith.paperwork.sources import PICKED
from kith.people import queries as people
from kith.people.models import Individual

SIGNED_OUT = {
    "sign in": "/account/login/",
    "help now": "/crisis/",
    "tell the team": "/tell/",
    "leaving quickly": "/leaving/",
    "can everybody use it": "/accessibility/",
}
NAMES = tuple(person.name for person in EVERYBODY.values())


def of_individual(individual: Individual) -> dict[str, str]:
    """Every page of theirs that they can open, by a name for the test's words."""
    plain = {
        "my plan": "home:plan",
        "what we said": "conversations:meetings_page",
        "my goals": "goals:goals_page",
        "a new goal": "goals:new_goal",
        "about me": "about_me:about_page",
        "over time": "home:over_time",
        "people and places": "network_map:map_page",
        "people and places on paper": "network_map:paper",
        "my personal budget": "budget:budget_page",
        "my personal budget on paper": "budget:paper",
        "who helps": "goals:helpers_page",
        "carry on": "moving_on:talk",
        "a copy to keep": "moving_on:booklet",
        "who may see what": "people:shares",
        "letting somebody in": "home:let_in",
        "my forms": "paperwork:forms",
        "how it is going": "measures:page",
        "a copy of my plan": "interop:copy_page",
        "the table": "ideas:table",
        "leafing through": "ideas:stuck",
        "who has looked": "home:looked",
        "my information": "rights:information",
        "worries about my safety": "safety:worries_told",
        "everything that is mine": "rights:mine",
        "my diary": "diary:diary",
    }
    found = {name: reverse(address, args=[individual.public_id]) for name, address in plain.items()}
    found["who can ask"] = reverse("money:who_can_ask")
    return found | dict(_of_things(individual))


def _of_things(individual: Individual):
    own = individual.public_id
    for number, goal in enumerate(goals.all_goals(individual), start=1):
        yield f"goal {number}", reverse("goals:goal_page", args=[own, goal.public_id])
    for number, each in enumerate(network_map.who_is_here(individual, own=False)[:2], start=1):
        yield f"somebody in their life {number}", reverse("network_map:connection_page", args=[own, each.public_id])
    for number, picture in enumerate(network_map.pictures_of(individual), start=1):
        yield f"then and now {number}", reverse("network_map:then_and_now", args=[own, picture.public_id])
        yield f"goal {number}, how it is going", reverse("measures:goal", args=[own, goal.public_id])
    for number, decision in enumerate(budget.decisions_of(individual), start=1):
        for page in ("decision_page", "objection_paper", "objection", "instead"):
            yield f"{page} {number}", reverse(f"budget:{page}", args=[own, decision.public_id])
    for number, filling in enumerate(paperwork.fillings_of(individual), start=1):
        yield from _of_a_form(own, number, filling)
    for edition in paperwork.waiting_to_be_read(individual):
        yield "a form to read", reverse("paperwork:read", args=[own, edition.filling.public_id])
    for meeting in conversations.meetings_held(individual):
        yield "one meeting", reverse("conversations:meeting_page", args=[own, meeting.public_id])
    for number, each in enumerate(introductions.introductions_of(individual), start=1):
        yield (
            f"introduction {number}",
            reverse("introductions:introduction_page", args=[own, each.public_id]),
        )
    for share in people.shares_of(individual).exclude(sections=[]):
        yield "what one person sees", reverse("home:one_share", args=[own, share.public_id])
    for idea in ideas.ideas_of(individual)[:1]:
        begin = reverse("introductions:new", args=[own])
        yield "a new introduction", f"{begin}?activity={idea.activity.public_id}&again=1"
        yield "a listing", reverse("local_knowledge:listing", args=[idea.activity.public_id])


def _of_a_form(own: str, number: int, filling):
    for page in ("filling", "paper"):
        yield f"form {number}, {page}", reverse(f"paperwork:{page}", args=[own, filling.public_id])
    if filled(filling).on_one_page:
        yield f"the rest of form {number}", reverse("paperwork:rest", args=[own, filling.public_id])
    yield f"a question of form {number}", reverse("paperwork:question", args=[own, filling.public_id, 1])
    for place in _places_of_picked_lines(filling):
        yield f"lines for form {number}", reverse("paperwork:lines", args=[own, filling.public_id, place])


def _places_of_picked_lines(filling) -> list[int]:
    """Where its questions stand that take lines which the individual picks."""
    lines = enumerate(filled(filling).questions, start=1)
    return [place for place, line in lines if line.question.source == PICKED]
