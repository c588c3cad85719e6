"""The individual takes all that stands on their own pages, at any time: made by the clock, sealed, gone after a day."""

import io
import json
import time
import zipfile
from datetime import timedelta

import pytest
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.diary import actions as diary
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.introductions import actions as introductions
from kith.introductions import wording
from kith.messaging import actions as messaging
from kith.network_map import actions as network_map
from kith.paperwork import actions as paperwork
from kith.questionnaires import actions as questionnaires
from kith.rights import actions
from kith.rights.copies import place_of
from kith.rights.models import OwnCopy
from kith.rights.own_words import gather_at_any_time
from kith.rights.register import entries
from tests.rights.conftest import TUESDAY

SHOWN, NOT_YET, THOUGHT = "Zqshown we talked", "Zqnotyet we talked", "Zqthought I rushed"
FORMULA = "=1+1 laps"


@pytest.fixture
def lived(rights):
    """Some of everything: what he can read, and what he cannot."""
    individual, own, by = rights.individual, rights.cast.as_individual, rights.cast.as_worker
    conversations.write_up(individual=individual, wrote=WriteUp(held_on=clock.today(), shared=SHOWN), by=by)
    day = clock.today() - timedelta(days=1)
    wrote = WriteUp(held_on=day, shared=NOT_YET, show_now=False, after_a_talk=True, reflection=THOUGHT)
    conversations.write_up(individual=individual, wrote=wrote, by=by)
    goals.set_goal(individual=individual, kind="target", words=FORMULA, by=own)
    messaging.write(individual=individual, words="Zqmessage hello", by=own)
    network_map.add(individual=individual, names=["Zqmum"], circle=1, by=own)
    diary.switch_on(safety_lead="Dr Rowe", by=rights.as_ines)
    return diary.write(individual=individual, words="Zqdiary a heron", by=own)


@pytest.fixture
def copy(rights, lived) -> OwnCopy:
    asked = actions.ask_for_own_copy(individual=rights.individual, by=rights.cast.as_individual)
    actions.make_own_copy(copy=asked.public_id, by=Actor.system())
    asked.refresh_from_db()
    return asked


def test_it_holds_what_they_can_read_in_each_form_and_nothing_that_is_looked_through_first(rights, copy):
    content = actions.fetch_own_copy(individual=rights.individual, by=rights.cast.as_individual)
    archive = zipfile.ZipFile(io.BytesIO(content))
    for name in ("read-this.html", "everything.json"):
        told = archive.read(name).decode()
        for mark in (SHOWN, "Zqmessage", "Zqmum", "Zqdiary"):
            assert mark in told, (name, mark)
        assert NOT_YET not in told and THOUGHT not in told, name
    assert b"Zqdiary" in archive.read("tables/diary.Entry.csv")
    assert f'"\'{FORMULA}"'.encode() in archive.read("tables/goals.Goal.csv")


def an_introduction(rights) -> None:
    """To a choir, agreed, and rung about by the worker alone: what the choir said is not for him to read."""
    by = rights.cast.as_worker
    choir = directory.add_activity(name="Zqchoir", summary="Singing.", host_name="Dawn", by=Actor.command_line())
    told = {"says": "first name", "gets_in_touch": "worker rings", "goes_along": "nobody"}
    prepared = introductions.prepare(individual=rights.individual, activity=choir, by=by, **told)
    shown = wording.digest(prepared.words_to_say, prepared.true_answer)
    introductions.agree(introduction=prepared, shown=shown, by=rights.cast.as_individual)
    introductions.note_call(introduction=prepared, words="Zqheard they doubt it", by=by)


def a_form(rights) -> None:
    """One question, answered, and held up."""
    by = rights.cast.as_worker
    asks = [{"linkId": "1", "text": "Zqasked what helps?", "type": "string"}]
    told = {"resourceType": "Questionnaire", "url": "https://council.example/a", "version": "1", "title": "Zqform"}
    content = json.dumps(told | {"status": "active", "item": asks})
    form = questionnaires.load_form(content=content, by=Actor.command_line()).form
    wrote = WriteUp(held_on=clock.today(), shared=SHOWN)
    meeting = conversations.write_up(individual=rights.individual, wrote=wrote, by=by)
    filling = paperwork.begin(individual=rights.individual, form=form, way="talk", meeting=meeting, by=by)
    paperwork.answer(filling=filling, key=("1", ()), value=("Zqanswered time",), based_on=0, by=by)
    paperwork.show_it(filling=filling, by=by)


def test_places_and_forms_are_in_it_as_their_own_pages_say_them(rights):
    an_introduction(rights)
    a_form(rights)
    parts = {part.entry.label: part.records for part in gather_at_any_time(rights.individual)}
    (told,) = parts["introductions.Introduction"]
    assert told.values["activity"] == "Zqchoir" and "said yes to these words" in told.values["so_far"]
    assert "talked with them" in told.values["so_far"] and "Zqheard" not in str(parts)
    (filling,), (edition,) = parts["paperwork.Filling"], parts["paperwork.Edition"]
    assert filling.values["form"] == "Zqform"
    assert filling.values["as_it_stands"] == edition.values["as_shown"] == "1 Zqasked what helps?\nZqanswered time"


def test_nothing_is_in_it_that_the_register_does_not_say():
    """A new model stays out until somebody says that the individual can read each of its rows."""
    out = {"conversations.Reflection", "conversations.Prompt", "conversations.Draft", "conversations.BroughtIn"}
    out |= {"outbox.Letter", "people.UrgentLook", "budget.Proposal", "messaging.Arrival", "rights.LegalHold"}
    assert {label for label in out if entries()[label].any_time is not None} == set()
    unread = {"read_at", "read_by"}
    assert not unread & set(entries()["messaging.Message"].at_any_time.shown)


def test_it_lies_sealed_for_a_day_and_is_asked_for_once(rights, copy):
    own = {"individual": rights.individual, "by": rights.cast.as_individual}
    assert not zipfile.is_zipfile(place_of(copy))  # nothing that opens without the key
    assert actions.ask_for_own_copy(**own) == copy
    with clock.at(TUESDAY + timedelta(hours=25)):
        with pytest.raises(Refused, match="not there any more"):
            actions.fetch_own_copy(**own)
        assert actions.remove_ended_copies(by=Actor.system()) == 1
        assert not place_of(copy).exists()
        assert actions.ask_for_own_copy(**own) != copy


def test_what_is_deleted_from_a_diary_is_in_no_file_that_lies_ready(rights, lived, copy):
    diary.delete(entry=lived, by=rights.cast.as_individual)
    assert not place_of(copy).exists()


def test_nobody_else_asks_for_it_or_fetches_it(rights, copy):
    for by in (rights.cast.as_worker, rights.as_ines, rights.cast.as_stranger):
        for act in (actions.ask_for_own_copy, actions.fetch_own_copy):
            with pytest.raises(NotPermitted):
                act(individual=rights.individual, by=by)


def test_its_page_says_what_is_in_it_and_a_fresh_sign_in_is_asked_for(rights, copy, client, settings):
    settings.KITH_DEMO = True
    client.force_login(rights.cast.user)  # long ago, as far as anybody can tell
    own = [rights.individual.public_id]
    page = client.get(reverse("rights:mine", args=own)).content.decode()
    assert "Your diary, if you keep one." in page and "Downloads" in page and "ask for a copy of that too" in page
    where = reverse("rights:fetch_mine", args=own)
    assert "Sign in once more" in client.post(where).content.decode()
    session = client.session
    session["account_authentication_methods"] = [{"method": "code", "at": time.time()}]
    session["account_authentication_methods_user"] = str(rights.cast.user.pk)
    session.save()
    response = client.post(where)
    assert (response["Content-Type"], "no-store" in response["Cache-Control"]) == ("application/zip", True)
