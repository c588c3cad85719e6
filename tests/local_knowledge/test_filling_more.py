"""What few listings say can be typed as well, is shown, and is nobody else's business where that was said."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse

from kith.access import clock
from kith.directory import actions, rules
from kith.directory import queries as directory
from kith.ideas import actions as ideas
from kith.local_knowledge import costs, listings
from kith.local_knowledge.differences import COST, LABELS

from .test_differences import council
from .test_filling import chess, fill

__all__ = ["chess", "council"]


def shown(cast, activity, who="idris") -> str:
    return cast.browsing(who).get(f"/community/{activity.public_id}/").content.decode()


MORE = {
    "organisation": "Mill Social",
    "audience": "mixed",
    "what_to_expect": "Tea first.",
    "form_asks": "Whom to ring.",
    "setting": "place",
    "apply_by": "2027-03-01",
    "kit_words": "A clock, £5",
    "travel_words": "Bus, £2",
    "cost": "£2",
    "needs_funding": "yes",
}


@pytest.mark.shows("S28")
def test_all_of_it_is_typed_and_shown(cast, chess):
    assert fill(cast, chess, **MORE).status_code == 302
    made = directory.activity(chess.public_id)
    assert (made.organisation.name, made.audience, made.setting) == ("Mill Social", "mixed", "place")
    page = shown(cast, made)
    for words in (
        "Mill Social",
        "Everybody, and people with something in common",
        "Tea first.",
        "Whom to ring.",
        "Put a name down by",
        "1 March 2027",
        "A clock, £5",
        "Bus, £2",
        "About £9 the first time, £4 after",
        "It may need funding",
    ):
        assert words in page, words


def test_the_individual_reads_it_too_and_on_paper(cast, chess):
    fill(cast, chess, **MORE)
    made = directory.activity(chess.public_id)
    ideas.keep(individual=cast.individual, activity=made, reasons=[], by=cast.worker)
    paper = cast.browsing("idris").get(reverse("ideas:on_paper", args=[cast.individual.public_id]))
    for words in ("About £9 the first time, £4 after", "Whom to ring.", "1 March 2027"):
        assert words in paper.content.decode()


def test_what_was_typed_stands_in_its_box_again_and_its_fold_lies_open(cast, chess):
    address = f"/community/{chess.public_id}/fill-in/"
    assert '<details class="disclosure" open>' not in cast.browsing("idris").get(address).content.decode()
    fill(cast, chess, **MORE, keep_to_ourselves="yes")
    page = cast.browsing("idris").get(address)
    assert all(page.context["form"].opens().values()) and page.context["form"].is_not_always
    assert 'value="A clock, £5"' in page.content.decode()
    before = directory.activity(chess.public_id)
    fill(cast, chess, **MORE, keep_to_ourselves="yes")
    after = directory.activity(chess.public_id)
    assert [getattr(before, name) for name in rules.TEXTS] == [getattr(after, name) for name in rules.TEXTS]
    assert after.keep_to_ourselves


@pytest.mark.parametrize("typed", ["1 January 1900", "31/12/9999"])
@pytest.mark.parametrize("box", ["apply_by", "on_date"])
def test_a_year_that_cannot_be_is_asked_for_again(cast, chess, box, typed):
    answer = fill(cast, chess, **{box: typed, "kit_words": "Gloves, £5"})
    page = answer.content.decode()
    assert answer.status_code == 422 and "Please look at the year" in page and "Gloves, £5" in page
    assert typed in page


def test_a_mobile_typed_stays_here_until_somebody_says_otherwise(cast, chess):
    known = {"host_name": "Ottoline", "phone": "07700 900123"}
    fill(cast, chess, **known)
    assert not directory.activity(chess.public_id).contact_is_public
    fill(cast, chess, **known, contact_is_public="yes")
    assert directory.activity(chess.public_id).contact_is_public
    fill(cast, chess, **known | {"phone": "07700 900124"})
    assert not directory.activity(chess.public_id).contact_is_public


def test_that_a_source_gives_a_number_out_ticks_nothing_for_the_next_one(cast, council):
    brought = council(phones=[{"number": "01632 960111"}])
    assert brought.contact_is_public
    page = cast.browsing("idris").get(f"/community/{brought.public_id}/fill-in/")
    assert page.context["form"].initial["contact_is_public"] == []
    kept = {"summary": brought.summary, "organisation": "Mill Social", "cost": "£2", "kept_times": ["0"]}
    fill(cast, brought, **kept, phone="01632 960111")
    assert directory.activity(brought.public_id).contact_is_public  # nothing of it was typed anew
    fill(cast, brought, **kept, phone="07700 900123")
    assert not directory.activity(brought.public_id).contact_is_public


def test_what_is_kept_to_ourselves_says_so(cast, chess):
    fill(cast, chess, keep_to_ourselves="yes")
    assert "Kept to ourselves" in shown(cast, chess)


@pytest.mark.parametrize(
    ("on_date", "apply_by", "told"),
    [
        (None, None, ""),
        (None, 0, ""),
        (None, -1, "The last day to put a name down was"),
        (5, -1, "The last day to put a name down was"),
        (-1, None, "This is over."),
        (0, 0, ""),
    ],
)
def test_what_is_over_says_so(cast, chess, on_date, apply_by, told):
    today = clock.today()
    days = {"on_date": on_date, "apply_by": apply_by}
    parts = {name: today + timedelta(days=each) for name, each in days.items() if each is not None}
    actions.fill_in(activity=chess, parts=parts, by=cast.worker)
    made = directory.activity(chess.public_id)
    words = listings.over_words(made)
    assert words.startswith(told) and bool(words) is bool(told) is listings.leaflet(made).is_over
    assert not words or words in shown(cast, made)


def test_the_last_day_is_told_on_the_table(cast, chess):
    actions.correct(activity=chess, field="apply_by", value=clock.today() + timedelta(days=3), by=cast.worker)
    assert "put your name down by" in listings.leaflet(directory.activity(chess.public_id)).meta


@pytest.mark.parametrize(
    ("words", "pence"),
    [
        ("Gloves, £5", 500),
        ("£5.50 for shoes", 550),
        ("Bus, 80p", 80),
        ("About £4 return", 400),
        ("free", 0),
        ("On foot", 0),
        ("Gloves", None),
        ("Gloves £5, shoes £9", None),
        ("£2 each way", None),
        ("2 x £3", None),
        ("£5-£8", None),
        ("from £5", None),
        ("£12,000", None),
        ("at 7pm", None),
        ("", None),
    ],
)
def test_an_amount_is_read_only_where_there_is_one(words, pence):
    assert costs.amount_in(words) == pence


@pytest.mark.parametrize(
    ("price", "free", "kit", "travel", "told"),
    [
        (200, False, "Gloves, £5", "Bus, £2", "About £9 the first time, £4 after"),
        (None, True, "Gloves, £5", "", "About £5 the first time, nothing after"),
        (250, False, "", "Bus, £1.50", "About £4 each time"),
        (None, True, "", "On foot", "Nothing"),
        (200, False, "", "", ""),
        (None, None, "Gloves, £5", "", ""),
        (200, False, "Gloves", "", ""),
        (200, False, "Gloves, £5", "£2 each way", ""),
        (50, False, "Pen, 30p", "", "About 80p the first time, 50p after"),
    ],
)
def test_the_sum_is_exact_or_not_told(price, free, kit, travel, told):
    listing = SimpleNamespace(price_pence=price, is_free=free, kit_words=kit, travel_words=travel)
    assert costs.in_all(listing) == told


NEVER_TOLD_APART = set(COST) | rules.TICKS  # told as one part, and what no source says


def test_every_part_that_can_be_put_right_is_told_when_its_source_differs():
    assert set(LABELS) | NEVER_TOLD_APART == rules.CORRECTABLE


def test_an_edit_of_a_new_part_stands_beside_what_its_source_says(cast, council):
    brought = council(kith={"kit_words": "Clock, £9", "setting": "remote", "apply_by": "2027-01-01"})
    ours = {"kit_words": "A clock, £5", "setting": "place", "apply_by": date(2027, 2, 1)}
    actions.fill_in(activity=brought, parts=ours, by=cast.worker)
    brought = council(name="Another", kith={"kit_words": "Clock, £8", "setting": "home", "apply_by": "2027-01-08"})
    page = shown(cast, brought)
    for words in ("Clock, £8", "They come to you", "Friday 8 January 2027"):
        assert f"They say: {words}" in page
    for words in ("A clock, £5", "At a place", "Monday 1 February 2027"):
        assert f"We say: {words}" in page
    taking = {"part": "apply_by"}
    cast.browsing("idris").post(f"/community/{brought.public_id}/take-theirs/", taking)
    assert directory.activity(brought.public_id).apply_by == date(2027, 1, 8)


def test_what_its_text_says_of_where_stands_beside_the_question_until_it_is_answered(cast):
    made = actions.add_activity(name="Company", long_text="We meet on Zoom.", by=cast.worker)
    page = cast.browsing("idris").get(f"/community/{made.public_id}/fill-in/")
    assert "Its text says “on Zoom”." in page.content.decode() and page.context["form"].opens()["setting"]
    assert "on Zoom”: not checked" in shown(cast, made)
    fill(cast, made, setting="remote")
    assert "not checked" not in shown(cast, directory.activity(made.public_id))
