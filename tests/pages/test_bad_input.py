"""Whatever is typed into any form: it comes back with words beside it, blames nobody, and nothing typed is lost."""

import html
import re
from collections.abc import Iterator
from itertools import cycle
from string import ascii_lowercase

import pytest

from kith.access.models import TrailEntry
from kith.design.forms import A_CODE
from tests.pages.addresses import of_individual
from tests.pages.forms_on import FormOnPage, forms_on

OF_THE_WORKER = ("home:brief", "conversations:write_up", "conversations:plan", "conversations:add_prompt")
NAMES = (
    "Zoë", "李小龙", "O'Brien", "X", "Åsa-Lill Ó Súilleabháin", "محمد", "🌻 Sunny", "Null", "Test",
    "<b>Bold</b>", "n" * 200, "Z\u0308o\u0301e\u0308",
)  # a table, a row a line # fmt: skip
NO_DAYS = ("31 February 2026", "0000-00-00", "soonish", "2026-13-45", "1" * 300)
A_CODE_TYPED = "The key safe is 4821"
NOT_ASKED_ABOUT = {
    "true_answer": "said to a place, and shown word by word before anybody says yes",
    "value": "a result that is measured is asked for as a time or a number first",
}
FOR_NOBODY_ELSE = {"my diary"}
FIVE_MEGABYTES = "We talked. " * 480_000
_found: dict[str, list[tuple[str, FormOnPage]]] = {}


def forms_of(world, who: str) -> Iterator[tuple[str, FormOnPage]]:
    """Every form that somebody finds in Greg's notebook, once each."""
    from django.urls import reverse

    greg, client, seen = world.individual("greg"), world.client(who), set()
    places = of_individual(greg)
    if who == "vish":
        places |= {name: reverse(name, args=[greg.public_id]) for name in OF_THE_WORKER}
    for name, place in places.items():
        answer = client.get(place)
        for form in forms_on(answer.content.decode(), place) if answer.status_code == 200 else ():
            kind = (form.address.replace(greg.public_id, ""), tuple(sorted(form.values)))
            if kind not in seen:
                seen.add(kind)
                yield name, form


def forms_found(world, who: str) -> list[tuple[str, FormOnPage]]:
    """The same, looked for once a process: the neighbourhood stands the same each time."""
    if who not in _found:
        _found[who] = list(forms_of(world, who))
    return _found[who]


def says_what_to_look_at(answer, typed: str) -> list[str]:
    page = answer.content.decode()
    wanted = {
        "status 422": answer.status_code == 422,
        "a summary on top": "error-summary" in page,
        "words beside the field": "field-error" in page,
        "what was typed": html.escape(typed) in page,
    }
    return [what for what, is_there in wanted.items() if not is_there]


def said_beside(page: str, form: FormOnPage, box: str) -> str:
    """What stands beside this very box, there or on a page of its own; "" where nothing does."""
    found = re.search(rf'id="(?:{form.ids[box]}|id_{box})_error">(.*?)</div></div>', page, re.DOTALL)
    return found[1] if found else ""


@pytest.mark.parametrize("who", ["greg", "vish"])
def test_too_many_letters_come_back_with_the_limit_told(world, who):
    """Every box of a form at once: each keeps its own words, and is told its own limit."""
    wrong, tried, client = [], 0, world.client(who)
    for name, form in forms_found(world, who):
        typed = {box: letter * (limit + 1) for letter, (box, limit) in zip(cycle(ascii_lowercase), form.limits.items())}
        answer = client.post(form.address, form.with_button() | typed) if typed else None
        for box, limit in form.limits.items():
            missing, tried = says_what_to_look_at(answer, typed[box]), tried + 1
            missing += [] if f"{limit:,}" in said_beside(answer.content.decode(), form, box) else ["the limit"]
            wrong += [f"{name} {form.address} {box}: {answer.status_code} without {missing}"] if missing else []
    assert tried > 5
    assert not wrong, "\n".join(wrong)


@pytest.mark.shows("Q-56")
@pytest.mark.parametrize("who", ["greg", "vish"])
def test_a_code_to_get_in_is_asked_about_in_every_box_and_kept_only_once_more_is_said(world, who):
    wrong, kept, tried, client = [], [], 0, world.client(who)
    for name, form in forms_found(world, who):
        boxes = sorted(form.limits.keys() - NOT_ASKED_ABOUT.keys())
        if not boxes or name in FOR_NOBODY_ELSE:
            continue
        codes = {box: f"{A_CODE_TYPED}{number:02}" for number, box in enumerate(boxes)}
        typed, before = form.with_button() | form.groups | codes | another_page(form, tried), told_of_codes()
        answer, tried = client.post(form.address, typed), tried + len(boxes)
        page = answer.content.decode()
        missing = [each for box in boxes for each in says_what_to_look_at(answer, codes[box])]
        missing += [f"a way to keep {box}" for box in boxes if f'name="{box}_keep_code"' not in page]
        missing += [f"a question beside {box}" for box in boxes if not said_beside(page, form, box)]
        missing += [] if told_of_codes() == before else ["nothing kept yet"]
        again = client.post(form.address, typed | {f"{box}_keep_code": "yes" for box in boxes})
        missing += ["an end to asking"] if A_CODE in again.content.decode() else []
        kept += [form.address] if again.status_code == 302 else []
        missing += ["a line in the trail"] if again.status_code == 302 and told_of_codes() == before else []
        wrong += [f"{name} {form.address}: {answer.status_code} without {missing}"] if missing else []
    assert tried > 5
    assert len(kept) > 3 and (who == "greg" or any("/write-up/" in each for each in kept)), kept
    assert not wrong, "\n".join(wrong)


def another_page(form: FormOnPage, number: int) -> dict[str, str]:
    """Each press from a page opened anew: one that is saved from the same page twice is saved once."""
    return {"written_from": f"{number:020}"} if "written_from" in form.values else {}


def told_of_codes() -> int:
    return TrailEntry.objects.filter(what="entry code kept anyway").count()


@pytest.mark.shows("Q-80")
@pytest.mark.parametrize("who", ["greg", "vish"])
def test_what_is_no_day_comes_back_as_it_was_typed(world, who):
    wrong, tried, client = [], 0, world.client(who)
    for name, form in forms_found(world, who):
        for typed in NO_DAYS if form.days else ():
            days = {box: f"{typed} {number}" for number, box in enumerate(form.days)}
            answer = client.post(form.address, form.with_button() | days)
            tried += 1
            missing = [each for day in days.values() for each in says_what_to_look_at(answer, day)]
            missing += [
                f"words beside {box}" for box in form.days if not said_beside(answer.content.decode(), form, box)
            ]
            wrong += [f"{name} {form.days} “{typed[:20]}”: without {missing}"] if missing else []
    assert tried
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("who", ["greg", "vish"])
def test_nothing_typed_stops_the_server(world, who):
    """Every form sent empty, and sent with another kind of name in each box: an answer in words each time."""
    client, names = world.client(who), cycle(NAMES)
    for name, form in forms_found(world, who):
        for boxes in (dict.fromkeys(form.limits, ""), {box: next(names) for box in form.limits}):
            answer = client.post(form.address, form.with_button() | boxes)
            assert answer.status_code in (200, 302, 409, 422), (name, form.address, boxes, answer.status_code)


def test_five_megabytes_are_turned_away_with_the_words_kept(world):
    place = f"/people/{world.individual('greg').public_id}/write-up/"
    client = world.client("vish")
    form = next(form for form in forms_on(client.get(place).content.decode(), place) if "shared" in form.values)
    answer = client.post(place, form.with_button() | {"shared": FIVE_MEGABYTES})
    assert not says_what_to_look_at(answer, FIVE_MEGABYTES.strip()[:1000])
    assert "20,000 fit here" in answer.content.decode()


@pytest.mark.parametrize("called", NAMES)
def test_people_of_every_name_are_found_and_written(world, called):
    from kith.people import actions as people

    team = world.individual("greg").team
    own = people.open_partnership(worker=world.vish, team=team, called=called, by=world.actor("morgan")).individual
    client = world.client("vish")
    found = client.get("/people/", {"q": called[:20]}).content.decode()
    assert html.escape(called) in found
    for place in ("", "brief/", "write-up/", "goals/", "about/", "table/", "plan/"):
        page = client.get(f"/people/{own.public_id}/{place}")
        assert page.status_code == 200
        assert place in ("goals/", "table/") or html.escape(called) in page.content.decode(), place
