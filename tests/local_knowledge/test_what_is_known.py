"""Who may be named, what is hard at a place and what was agreed about it: what the team reads, and the kind version."""

from datetime import date, timedelta

import pytest

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.local_knowledge import actions, queries
from kith.local_knowledge.models import Knowledge
from kith.people.models import Relation

from .test_local_knowledge import note, page_of

AGREED = "There is a side room"


def kind_words(cast) -> list[str]:
    return queries.warm_words(cast.harriers, cast.team)


def listing(cast, who: str) -> str:
    return page_of(cast, who, f"{cast.harriers.public_id}/")


def press(cast, known, what: str, who: str = "idris", **typed):
    path = f"/community/{cast.harriers.public_id}/known/{known.public_id}/{what}/"
    return cast.browsing(who).post(path, typed)


@pytest.mark.shows("S81")
def test_somebody_at_a_place_is_named_to_individuals_only_once_they_were_asked(cast):
    known = note(cast, words="Gwen")
    theirs = listing(cast, "olwen")
    assert "Idris knows somebody there" in theirs and "Gwen" not in theirs
    colleague, own = listing(cast, "mair"), listing(cast, "idris")
    assert "Ask Idris, who knows Gwen" in colleague and "Not asked: only the team sees this name." in colleague
    assert "You know Gwen" in own and "they may be named" in own and "they may be named" not in colleague
    assert press(cast, known, "named").status_code == 302
    assert "Idris knows Gwen there" in listing(cast, "olwen")
    assert "Asked, and may be named since 23 November 2026." in listing(cast, "mair")


def test_only_whoever_knows_them_says_so_or_takes_it_back(cast):
    known = note(cast)
    for act in (actions.may_be_named, actions.take_back):
        with pytest.raises(Refused, match="Only whoever"):
            act(known=known, by=cast.acting("mair"))
        with pytest.raises(NotPermitted):
            act(known=known, by=cast.olwen)
    assert press(cast, known, "back", who="olwen").status_code == 404
    assert press(cast, known, "back").status_code == 302
    assert kind_words(cast) == [] and "who knows Dawn" not in listing(cast, "mair")
    assert press(cast, known, "back").status_code == 404
    assert Knowledge.objects.get().ended_on == date(2026, 11, 23)


def test_it_ends_when_whoever_knows_them_leaves_the_team(cast):
    note(cast, may_be_named=True)
    note(cast, kind="welcome", words="")
    tomorrow = clock.now() + timedelta(days=1)
    Relation.objects.filter(user=cast.users["idris"], team=cast.team).update(ends_at=tomorrow)
    assert "knows Dawn" in listing(cast, "mair")
    with clock.at(tomorrow):
        assert kind_words(cast) == [queries.WELCOMING]
        assert "knows Dawn" not in listing(cast, "mair")


def test_what_an_account_that_was_closed_knew_is_told_no_more(cast):
    note(cast, may_be_named=True)
    type(cast.users["idris"]).objects.filter(pk=cast.users["idris"].pk).update(is_active=False)
    assert kind_words(cast) == []


@pytest.mark.shows("S83")
def test_the_team_reads_after_what_somebody_says_so(cast):
    note(cast, kind="welcome", words="Tea at once", after="visit")
    assert "Idris, 23 November 2026, after a visit" in listing(cast, "mair")
    theirs = listing(cast, "olwen")
    assert queries.WELCOMING in theirs and "Tea at once" not in theirs and "after a visit" not in theirs


@pytest.mark.parametrize("hurdle", Knowledge.Hurdle.values)
def test_of_what_is_hard_individuals_read_only_what_helps(cast, hurdle):
    note(cast, kind="worry", words="They stared", hurdle=hurdle, agreed=AGREED, agreed_with="Dawn")
    told = kind_words(cast)
    assert told[0].startswith("It helps to ") and told[1:] == [f"Agreed with them: {AGREED}"]
    theirs, ours = listing(cast, "olwen"), listing(cast, "mair")
    assert all(sentence in theirs for sentence in told)
    assert "stared" not in theirs and Knowledge.Hurdle(hurdle).label not in theirs
    assert "They stared" in ours and f"{Knowledge.Hurdle(hurdle).label}." in ours
    assert f"Agreed with Dawn on 23 November 2026: {AGREED}." in ours


def test_what_is_hard_needs_no_words_of_its_own(cast):
    note(cast, kind="worry", words="", hurdle="new people")
    assert kind_words(cast) == ["It helps to ring them first"]


def test_that_it_is_better_with_somebody_is_told_kindly(cast):
    note(cast, kind="go along", words="")
    assert kind_words(cast) == ["It helps to go with somebody the first time"]
    assert queries.known_new_and_full(cast.team)[0] == frozenset()


def test_what_was_agreed_is_added_later_by_anybody_in_the_team(cast):
    known = note(cast, kind="worry", words="The changing room")
    assert kind_words(cast) == []
    assert press(cast, known, "agreed", who="mair", agreed=AGREED, agreed_with="Dawn").status_code == 302
    assert kind_words(cast) == [f"Agreed with them: {AGREED}"]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"agreed": " ", "agreed_with": "Dawn"}, "Please write what was agreed"),
        ({"agreed": "Olwen has a key", "agreed_with": "Dawn"}, "This may name somebody the team supports."),
        ({"agreed": "She has a key", "agreed_with": "Dawn"}, "“She” may tell of a person."),
    ],
)
def test_what_was_agreed_is_looked_at_again_and_nothing_typed_is_lost(cast, typed, why):
    known = note(cast, kind="worry", words="The changing room")
    note(cast, kind="worry", words="The stairs")
    answer = press(cast, known, "agreed", **typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and why in page
    assert 'value="Dawn"' in page and typed["agreed"].strip() in page
    known.refresh_from_db()
    assert known.agreed == "" and known.agreed_on is None


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("worry", "Olwen was left standing"),
        ("worry", "They said he was odd"),
        ("worry", "Not for a man of forty"),
        ("heard good", "OLWEN loves it"),
        ("helped", "Found olwen a lift"),
    ],
)
def test_words_that_name_or_describe_somebody_are_asked_to_be_of_the_place(cast, kind, words):
    with pytest.raises(Refused, match="of the place alone"):
        note(cast, kind=kind, words=words)
    assert not Knowledge.objects.exists()


def test_a_first_name_at_a_place_may_be_anybodys(cast):
    """Two people are called Olwen; the whole name of somebody the team supports is still one too many."""
    assert note(cast, words="Olwen").words == "Olwen"
    type(cast.individual).objects.filter(pk=cast.individual.pk).update(called="Olwen Hart")
    with pytest.raises(Refused, match="may name somebody"):
        note(cast, words="Olwen Hart")


@pytest.mark.parametrize(
    "typed",
    [
        {"words": "Greg was told to leave"},
        {"words": "They know HALL by now"},
        {"words": "Gregory came late"},
        {"words": "The stairs", "heard_from": "Greg"},
        {"words": "The stairs", "agreed": "A side room", "agreed_with": "Greg Hall"},
    ],
)
def test_no_part_of_a_name_stands_in_any_box_and_the_refusal_repeats_none(cast, typed):
    type(cast.individual).objects.filter(pk=cast.individual.pk).update(called="Greg Hall", full_name="Gregory Hall")
    with pytest.raises(Refused) as refused:
        note(cast, kind="worry", **typed)
    assert "Greg" not in str(refused.value) and "HALL" not in str(refused.value)


def test_an_ordinary_word_is_no_name(cast):
    type(cast.individual).objects.filter(pk=cast.individual.pk).update(called="May")
    assert note(cast, kind="worry", words="You may ring first", agreed="A side room", agreed_with="May").pk
    with pytest.raises(Refused):
        note(cast, kind="worry", words="Ring before May comes")


@pytest.mark.parametrize("more", [{"after": "a dream"}, {"hurdle": "odd"}])
def test_what_is_not_offered_is_not_kept(cast, more):
    with pytest.raises(Refused, match="Please choose"):
        note(cast, kind="worry", words="x", **more)


def test_all_of_it_is_kept_from_one_box(cast):
    typed = {"kind": "worry", "words": "Ring first", "hurdle": "way in", "agreed": AGREED, "agreed_with": "Dawn"}
    path = f"/community/{cast.harriers.public_id}/note/"
    assert cast.browsing("idris").post(path, typed | {"after": "call", "may_be_named": "yes"}).status_code == 302
    known = Knowledge.objects.get()
    assert (known.hurdle, known.after, known.agreed, known.agreed_with) == ("way in", "call", AGREED, "Dawn")
    assert known.may_be_named_on is None
    assert TrailEntry.objects.filter(what="local knowledge noted").count() == 1


def test_another_team_reads_none_of_it(cast):
    known = note(cast, kind="worry", words="The stairs", hurdle="way in")
    for what in ("named", "agreed", "back"):
        assert press(cast, known, what, who="cai").status_code == 404
    assert "stairs" not in listing(cast, "cai")
