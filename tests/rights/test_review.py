"""A copy is looked through before it goes out: passages are covered, rows held back by the test alone, and it is
fetched by the individual, once it is sure that it is them."""

import io
import time
import zipfile
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.rights import actions, queries
from kith.rights.copies import place_of
from kith.rights.models import Held, Request

from .conftest import TUESDAY

SAID = "We talked of running. [[Her sister Bethan drinks.]] He will ring on Friday."
PASSAGE = "Her sister Bethan drinks."
WHY = {"reason": "Your doctor talks with you about this.", "review_on": date(2026, 9, 30)}
TEST = {"harm": "That he hurts himself, soon.", "evidence": "Dr Rowe’s opinion of 2 March."}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = settings.OUTSIDE_DIR = tmp_path


@pytest.fixture
def noted(rights, wanted) -> Request:
    """A note with a passage that was marked while it was written."""
    wrote = WriteUp(held_on=clock.today(), shared=SAID)
    conversations.write_up(individual=rights.individual, wrote=wrote, by=rights.cast.as_worker)
    return wanted


def note_of(noted) -> queries.Standing:
    (part,) = (each for each in queries.parts_of(noted.individual, "notes") if each.entry.label == "conversations.Note")
    return part.records[0]


def look_through_all(noted, by) -> None:
    for each in queries.looks(noted):
        name = each.record_class.name
        digest = queries.digest_of(queries.parts_of(noted.individual, name))
        actions.look_through(wanted=noted, record_class=name, digest=digest, by=by)


def words_in(content: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read("read-this.html").decode()


@pytest.mark.shows("Q-26")
def test_what_was_marked_while_writing_is_found_and_covered_with_one_press(rights, noted, signed_in):
    client, where = signed_in(rights.ines), [rights.individual.public_id, noted.public_id]
    page = client.get(reverse("rights:look", args=where), {"kind": "notes"}).content.decode()
    assert f"“{PASSAGE}”" in page
    pressed = {"mark": note_of(noted).mark, "passage": PASSAGE, "reason": "It is about somebody else."}
    client.post(reverse("rights:cover", args=where), pressed | {"kind": "notes"})
    look_through_all(noted, rights.as_ines)
    copy = actions.make_copy(wanted=noted, by=rights.as_ines)
    told = words_in(actions.fetch(copy=copy, by=rights.cast.as_individual))
    assert "Bethan" not in told
    assert "[covered: about somebody else]" in told
    assert "He will ring on Friday." in told
    assert "It is about somebody else." in told


def test_without_a_decision_all_of_it_is_told(rights, noted):
    look_through_all(noted, rights.as_ines)
    copy = actions.make_copy(wanted=noted, by=rights.as_ines)
    told = words_in(actions.fetch(copy=copy, by=rights.cast.as_individual))
    assert PASSAGE in told
    assert "[[" not in told


def test_it_does_not_go_before_all_was_looked_through_as_it_stands(rights, noted):
    with pytest.raises(Refused, match="under “To look through” first"):
        actions.make_copy(wanted=noted, by=rights.as_ines)
    look_through_all(noted, rights.as_ines)
    with clock.at(TUESDAY + timedelta(hours=1)):
        conversations.add_prompt(individual=rights.individual, words="Ask of Mum", by=rights.cast.as_worker)
        with pytest.raises(Refused, match="under “To look through” first"):
            actions.make_copy(wanted=noted, by=rights.as_ines)


@pytest.mark.shows("Q-25")
def test_holding_back_wants_all_that_the_law_asks_for(rights, noted):
    about = {"wanted": noted, "mark": note_of(noted).mark, "by": rights.as_ines}
    for missing in ("harm", "evidence", "reason", "review_on"):
        said = TEST | WHY | {missing: None if missing == "review_on" else " "}
        with pytest.raises(Refused):
            actions.hold_back(**about, **said)
    held = actions.hold_back(**about, **TEST, **WHY)
    assert held.decided_by == rights.ines
    look_through_all(noted, rights.as_ines)
    told = words_in(
        actions.fetch(copy=actions.make_copy(wanted=noted, by=rights.as_ines), by=rights.cast.as_individual)
    )
    assert "We talked of running." not in told
    assert WHY["reason"] in told
    assert "hurts himself" not in told
    for less in ({"harm": ""}, {"evidence": ""}, {"review_on": None}, {"reason": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Held.objects.filter(pk=held.pk).update(**less)


def test_the_row_of_somebody_else_cannot_be_named_and_words_have_to_be_there(rights, noted):
    with pytest.raises(Refused, match="not in the record"):
        actions.hold_back(wanted=noted, mark="conversations.Note 0", by=rights.as_ines, **TEST, **WHY)
    with pytest.raises(Refused, match="not in it"):
        actions.cover(wanted=noted, mark=note_of(noted).mark, passage="Bananas", reason="No", by=rights.as_ines)


def test_it_is_fetched_behind_a_fresh_sign_in_and_kept_that_it_was(rights, noted, client, settings):
    settings.KITH_DEMO = True
    look_through_all(noted, rights.as_ines)
    copy = actions.make_copy(wanted=noted, by=rights.as_ines)
    client.force_login(rights.cast.user)  # long ago, as far as anybody can tell
    where = reverse("rights:fetch", args=[rights.individual.public_id, noted.public_id])
    assert "Sign in once more" in client.post(where).content.decode()
    assert not copy.deliveries.exists()
    session = client.session
    session["account_authentication_methods"] = [{"method": "code", "at": time.time()}]
    session["account_authentication_methods_user"] = str(rights.cast.user.pk)
    session.save()
    response = client.post(where)
    assert response["Content-Type"] == "application/zip"
    assert "no-store" in response["Cache-Control"]
    noted.refresh_from_db()
    assert (noted.outcome, copy.deliveries.get().how) == ("done", "fetched")


def test_nobody_else_fetches_it_and_a_lead_only_to_hand_it_over(rights, noted):
    look_through_all(noted, rights.as_ines)
    copy = actions.make_copy(wanted=noted, by=rights.as_ines)
    for by in (rights.cast.as_worker, rights.cast.as_stranger):
        with pytest.raises(NotPermitted):
            actions.fetch(copy=copy, by=by)
    assert actions.hand_over(copy=copy, how="handed", by=rights.as_ines)[:2] == b"PK"
    assert copy.deliveries.get().how == "handed"


def test_after_a_day_it_is_gone_and_can_be_had_again(rights, noted):
    look_through_all(noted, rights.as_ines)
    copy = actions.make_copy(wanted=noted, by=rights.as_ines)
    assert b"Tomos" not in place_of(copy).read_bytes()  # sealed where it lies
    with clock.at(TUESDAY + timedelta(hours=25)):
        with pytest.raises(Refused, match="not there any more"):
            actions.fetch(copy=copy, by=rights.cast.as_individual)
        assert actions.remove_ended_copies(by=Actor.system()) == 1
        assert not place_of(copy).exists()
        copy.refresh_from_db()
        actions.ask_once_more(copy=copy, by=rights.cast.as_individual)
        again = actions.make_copy(wanted=noted, by=rights.as_ines)
        assert actions.fetch(copy=again, by=rights.cast.as_individual)
        Request.objects.update(outcome="taken back")
    with clock.at(TUESDAY + timedelta(hours=50)):
        actions.ask_once_more(copy=again, by=rights.cast.as_individual)
        assert [each.request == noted for each in queries.open_requests()] == [False]


def test_what_was_typed_is_still_there_when_something_is_missing(rights, noted, signed_in):
    client, where = signed_in(rights.ines), [rights.individual.public_id, noted.public_id]
    typed = {"mark": note_of(noted).mark, "kind": "notes", **TEST, "reason": WHY["reason"], "review_on": "1 March 2026"}
    response = client.post(reverse("rights:hold_back", args=where), typed)
    assert response.status_code == 422
    page = response.content.decode()
    assert TEST["harm"] in page
    assert "a day to come" in page
    assert client.post(reverse("rights:hold_back", args=where), typed | {"review_on": "1 May 2026"}).status_code == 302
    assert noted.held.get().kind == "back"
    refused = client.post(reverse("rights:make", args=where), follow=True).content.decode()
    assert '<div class="notice note"' in refused  # a reason against has no tick


def test_what_was_fetched_can_be_had_again_and_nothing_is_read_for_what_has_ended(rights, noted, signed_in):
    look = reverse("rights:look", args=[rights.individual.public_id, noted.public_id])
    look_through_all(noted, rights.as_ines)
    copy = actions.make_copy(wanted=noted, by=rights.as_ines)
    actions.fetch(copy=copy, by=rights.cast.as_individual)
    lead = signed_in(rights.ines)
    assert lead.get(look).status_code == 404
    put_right = actions.ask(individual=rights.individual, kind="correct", words="My name", by=rights.cast.as_individual)
    assert lead.get(look.replace(noted.public_id, put_right.public_id)).status_code == 404
    with clock.at(TUESDAY + timedelta(hours=25)):
        copy.refresh_from_db()
        actions.ask_once_more(copy=copy, by=rights.cast.as_individual)
        (standing,) = (each for each in queries.open_requests() if each.request == noted)
        assert (standing.due_on, standing.is_late) == (date(2026, 5, 1), False)
        own = reverse("rights:information", args=[rights.individual.public_id])
        page = signed_in(rights.cast.user).get(own).content.decode()
        assert "An answer comes by" in page and "It is made." not in page
    with clock.at(TUESDAY + timedelta(days=40)):
        assert [each.is_late for each in queries.open_requests()] == [True, True]
    with clock.at(TUESDAY + timedelta(hours=25)):
        noted.refresh_from_db()
        look_through_all(noted, rights.as_ines)
        assert actions.make_copy(wanted=noted, by=rights.as_ines)
