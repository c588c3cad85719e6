"""Lines are picked sentence by sentence, several with one press, and taken out as easily; each of them by itself."""

import re

import pytest
from django.urls import reverse

from kith.access.models import TrailEntry
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.paperwork import actions
from kith.paperwork.filled import filled
from kith.paperwork.picking import may_be_picked
from kith.paperwork.sentences import sentences

from .conftest import TUESDAY

LONG = "I need Thursdays. Without them I stay in. Dr. Pugh said the same.\nThe bus takes 40 minutes."
PARTS = ["I need Thursdays.", "Without them I stay in.", "Dr. Pugh said the same.", "The bus takes 40 minutes."]


@pytest.fixture
def own(client, cast):
    client.force_login(cast.user)
    return client


@pytest.fixture
def passage(cast, money):
    """A later meeting with a long passage; its sentences by their words."""
    conversations.write_up(individual=cast.individual, wrote=WriteUp(TUESDAY.date(), shared=LONG), by=cast.as_worker)
    return {each.words: each.name for each in may_be_picked(cast.individual).values()}


def address(name: str, filling) -> str:
    ids = {"individual": filling.individual.public_id, "filling": filling.public_id, "place": 3}
    return reverse(f"paperwork:{name}", kwargs=ids)


def tick(client, filling, *names: str, was=(), stays=(), **more) -> str:
    """Sends the page of lines, and gives what comes of it."""
    typed = {"link_id": "3", "line": names, "was": was, "stays": stays} | more
    return client.post(address("pick", filling), typed, follow=True).content.decode()


def in_the_form(filling) -> str:
    return filled(filling).at(("3", ())).words


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (LONG, PARTS),
        ("No stop at all", ["No stop at all"]),
        ("At 3 p.m. or later. Then home.", ["At 3 p.m. or later.", "Then home."]),
        ("Ask J. Marsh. He knows!", ["Ask J. Marsh.", "He knows!"]),
        ("“I will.” “When?” Soon…  Maybe.", ["“I will.”", "“When?”", "Soon…", "Maybe."]),
        ("It costs £3.50. 20 people come.", ["It costs £3.50.", "20 people come."]),
        ("Élan Valley. Îles? ok", ["Élan Valley.", "Îles? ok"]),
        (" \n\n ", []),
    ],
)
def test_a_passage_is_read_sentence_by_sentence(words, parts):
    assert sentences(words) == parts
    assert "".join(words.split()) == "".join("".join(parts).split())


def test_a_passage_may_be_picked_in_parts(own, money, passage):
    page = own.get(address("lines", money)).content.decode()
    assert all(part in page for part in PARTS) and "Losing my Personal Budget." in page
    page = tick(own, money, passage[PARTS[3]], passage[PARTS[0]])
    assert "Kept. 2 lines are in the form." in page
    assert in_the_form(money) == f"{PARTS[0]}\n{PARTS[3]}"
    assert TrailEntry.objects.filter(what="line picked for a form").count() == 2


def test_parts_picked_later_stand_where_they_were_said(own, money, passage):
    tick(own, money, passage[PARTS[3]])
    tick(own, money, passage[PARTS[1]])
    assert in_the_form(money) == f"{PARTS[1]}\n{PARTS[3]}"


def test_what_is_unticked_comes_out_and_what_was_not_on_the_page_stays(own, money, passage, cast):
    tick(own, money, passage[PARTS[0]], passage[PARTS[1]])
    seen = {each.words: each.public_id for each in money.picked.all()}
    actions.pick(filling=money, link_id="3", line=passage[PARTS[2]], as_told=True, by=cast.as_worker)
    page = tick(own, money, was=seen.values(), stays=[seen[PARTS[1]]])
    assert "Kept. 2 lines are in the form." in page
    assert own.get(address("lines", money)).content.decode().count("As Anwen was told") == 1
    assert in_the_form(money) == f"{PARTS[1]}\n{PARTS[2]}"
    tick(own, money, was=[each.public_id for each in money.picked.all()])
    assert in_the_form(money) == ""
    page = own.get(address("lines", money)).content.decode()
    assert PARTS[0] in page and "In the form" not in page


def test_nothing_is_ticked_by_itself_and_nothing_ticks_them_all(own, money, passage):
    page = own.get(address("lines", money)).content.decode()
    boxes = re.findall(r"<input type=\"checkbox\"[^>]*>", page)
    assert len(boxes) == len(passage) and not [box for box in boxes if "checked" in box]
    pressed = re.findall(
        r"<button[^>]*type=\"submit\"[^>]*>([^<]*)</button>", page.split("<main")[1].split("</main")[0]
    )
    assert set(pressed) == {"Keep"}
    assert "Kept. No line is in the form." in tick(own, money) and not money.picked.exists()


def test_a_line_that_is_in_the_form_is_not_offered_again(own, money, passage):
    tick(own, money, passage[PARTS[0]])
    assert own.get(address("lines", money)).content.decode().count(PARTS[0]) == 1


def test_words_that_were_changed_meanwhile_stay_out_and_the_rest_goes_in(own, money, passage):
    page = tick(own, money, passage[PARTS[0]], "gone-1")
    assert "Some words were changed meanwhile" in page
    assert in_the_form(money) == PARTS[0]


def test_a_worker_ticks_what_they_were_told(client, cast, money, passage):
    client.force_login(cast.worker)
    assert 'name="as_told" value="yes"' in client.get(address("lines", money)).content.decode()
    assert "for Tomos to say" in tick(client, money, passage[PARTS[0]])
    assert not money.picked.exists()
    assert "One line is in the form" in tick(client, money, passage[PARTS[0]], as_told="yes")
    assert "As Anwen was told" in client.get(address("lines", money)).content.decode()


def test_a_made_up_press_puts_nothing_in(own, visit, money, passage):
    assert "takes no picked lines" in tick(own, money, passage[PARTS[0]], link_id="2")
    assert "Please press" in own.post(address("pick", money), {}, follow=True).content.decode()
    assert own.get(address("lines", visit)).status_code == 302
    assert not money.picked.exists()


def test_put_away_nothing_is_picked(cast, money, passage):
    actions.put_away(filling=money, by=cast.as_worker)
    with pytest.raises(Refused, match="was put away"):
        actions.choose(
            filling=money, link_id="3", put_in=[passage[PARTS[0]]], take_out=[], as_told=False, by=cast.as_individual
        )


def test_where_somebody_wrote_in_the_box_their_words_count_until_it_is_emptied(own, money, passage):
    tick(own, money, passage[PARTS[0]])
    question = reverse("paperwork:question", args=[money.individual.public_id, money.public_id, 3])
    keep = reverse("paperwork:keep", args=[money.individual.public_id, money.public_id])
    typed = {"link_id": "3", "at": "", "based_on": 0, "answer": "I need my Fridays."}
    own.post(keep, typed)
    page = own.get(question).content.decode()
    assert "What stands there counts, and these lines do not." in page and in_the_form(money) == "I need my Fridays."
    own.post(keep, typed | {"based_on": 1, "answer": ""})
    assert in_the_form(money) == PARTS[0]
    assert "What stands there counts" not in own.get(question).content.decode()


def test_the_sheet_to_tick_says_that_it_does_not_go_with_the_form(own, money, passage):
    page = own.get(address("lines", money)).content.decode()
    assert "This sheet is for Tomos, and does not go with the form." in page and "Print this" in page
