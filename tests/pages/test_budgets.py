"""What a page asks of the database stays the same however long the history and however many the people."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.pages import weight
from kith.access import clock
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.queries import meetings_held
from kith.goals import actions as goals
from kith.people import actions as people
from kith.people.models import Relation

MOST = 25
MOST_TO_SAVE = 39  # a write-up: its words, a step, a reflection, and their lines in the trail
MORE = 50
BYTES = {
    "today": 5_950,
    "brief": 5_700,
    "my plan": 5_400,
    "person": 4_750,
    "meeting": 5_150,
    "write-up": 6_000,
    "table": 6_400,
}


def places(world) -> dict[str, tuple[str, str]]:
    own = world.individual("greg").public_id
    return {
        "today": ("vish", "/"),
        "brief": ("vish", f"/people/{own}/brief/"),
        "my plan": ("greg", "/"),
        "person": ("vish", f"/people/{own}/"),
        "meeting": ("vish", _latest_meeting(world)),
        "request": ("ines", _request_for_a_copy(world)),
        "write-up": ("vish", f"/people/{own}/write-up/"),
        "table": ("greg", f"/people/{own}/table/"),
    }


def _latest_meeting(world) -> str:
    greg = world.individual("greg")
    return reverse("conversations:meeting_page", args=[greg.public_id, meetings_held(greg)[0].public_id])


def _request_for_a_copy(world) -> str:
    wanted = world.individual("maya").rights_requests.get()
    return reverse("rights:request_page", args=[wanted.individual.public_id, wanted.public_id])


def asked_by(world, page: str) -> list[str]:
    """What a page asks of the database, session, door and trail included; the visitor came in before."""
    who, place = places(world)[page]
    client = world.client(who)
    client.get(place)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(place).status_code == 200
    return [query["sql"] for query in asked.captured_queries]


def test_saving_a_write_up_asks_no_more_than_it_takes(world):
    """What its page only shows is not looked up."""
    client, own = world.client("vish"), world.individual("greg").public_id
    client.get("/")
    typed = {"held_on": clock.today().isoformat(), "shared": "We talked.", "show": "now", "reflection": "Slower."}
    typed |= {"written_from": "a page", "step_1": "Ring the hall about the door.", "step_1_owner": "worker"}
    with CaptureQueriesContext(connection) as asked:
        assert client.post(f"/people/{own}/write-up/", typed).status_code == 302
    assert len(asked) <= MOST_TO_SAVE, "\n".join(query["sql"] for query in asked)


def live_longer(world) -> None:
    """Fifty more check-ins and fifty more meetings."""
    greg, by = world.individual("greg"), world.actor("vish")
    goal = next(goal for goal in greg.goals.all() if goal.is_commitment and goal.is_in_play)
    for days in range(1, MORE + 1):
        day = clock.today() - timedelta(days=days)
        goals.check_in(goal=goal, went=True, on=day, words="Went.", by=by)
        conversations.write_up(individual=greg, wrote=WriteUp(held_on=day, shared="We talked."), by=by)


def work_with_more(world) -> None:
    team, by = world.individual("greg").team, world.actor("morgan")
    for number in range(MORE):
        people.open_partnership(worker=world.vish, team=team, called=f"Person {number}", by=by)


def work_with_greg_alone(world) -> None:
    others = Relation.objects.filter(user=world.vish, individual__isnull=False)
    others.exclude(individual=world.individual("greg")).update(ends_at=clock.now())


@pytest.mark.parametrize("page", ["today", "brief", "my plan", "person", "meeting", "request", "write-up", "table"])
def test_a_page_asks_little(world, page):
    asked = asked_by(world, page)
    assert len(asked) <= MOST, "\n".join(asked)


def test_pages_are_light(world):
    """On the wire, headers and all; whoever makes one heavier says so here."""
    assert {page: size for page, most in BYTES.items() if (size := sent(world, page)) > most} == {}


def sent(world, page: str) -> int:
    who, place = places(world)[page]
    answer = world.client(who).get(place, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200 and answer["Content-Encoding"] == "gzip"
    return weight(answer)


@pytest.mark.parametrize("page", ["today", "brief", "my plan"])
def test_a_long_history_asks_no_more(world, page):
    before = len(asked_by(world, page))
    live_longer(world)
    assert len(asked_by(world, page)) <= before


@pytest.mark.parametrize("page", ["today", "brief", "my plan"])
def test_a_full_list_of_people_asks_no_more(world, page):
    with_forty = len(asked_by(world, page))
    work_with_more(world)
    assert len(asked_by(world, page)) == with_forty
    work_with_greg_alone(world)
    assert len(asked_by(world, page)) >= with_forty - 3  # what nobody waits for is not looked up
