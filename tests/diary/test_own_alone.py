"""A diary is read by whoever writes it and by nobody else; what is deleted is gone, and stays gone."""

import pytest
from django.db import connection
from django.urls import reverse

from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.diary import actions
from kith.diary.models import Entry
from kith.interop.fhir.bundle import bundle_of
from kith.messaging.models import Message
from kith.rights import actions as rights_actions
from kith.rights import queries as rights_queries
from kith.rights.gathering import gather
from kith.rights.models import Removal

WORDS = "A heron. Nobody knows."


def records(individual, *, is_own: bool, label: str = "diary.Entry") -> list:
    parts = gather(individual, is_own=is_own)
    return [each for part in parts if part.entry.label == label for each in part.records]


def told_of_the_trail(individual, *, is_own: bool) -> set[str]:
    return {each.values["what"] for each in records(individual, is_own=is_own, label="access.TrailEntry")}


@pytest.mark.shows("Q-04")
def test_nobody_else_writes_or_deletes_and_nothing_gathered_by_others_has_it(rights, entry):
    individual, machine = rights.individual, Actor.command_line()
    for by in (rights.cast.as_worker, rights.as_ines, rights.cast.as_stranger, machine, Actor.system()):
        for act in (
            lambda by=by: actions.write(individual=individual, words="x", by=by),
            lambda by=by: actions.change(entry=entry, words="x", by=by),
            lambda by=by: actions.send(entry=entry, words="x", by=by),
            lambda by=by: actions.delete(entry=entry, by=by),
        ):
            with pytest.raises(NotPermitted):
                act()
    assert [each.values["words"] for each in records(individual, is_own=True)] == [WORDS]
    assert records(individual, is_own=False) == []
    assert "diary: written" in told_of_the_trail(individual, is_own=True)
    assert "diary: written" not in told_of_the_trail(individual, is_own=False)


def test_the_database_holds_it_unreadable_and_the_trail_says_next_to_nothing(rights, entry):
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM diary_entry")
        assert "heron" not in cursor.fetchone()[0]
    actions.change(entry=entry, words="Rain.", by=rights.cast.as_individual)
    actions.delete(entry=entry, by=rights.cast.as_individual)
    lines = TrailEntry.objects.filter(what__startswith="diary: ").order_by("sequence")
    told = [(line.what, line.about, line.detail) for line in lines]
    assert told == [("diary: written", "", ""), ("diary: written", "", ""), ("diary: deleted", "", "")]


@pytest.mark.shows("Q-19")
def test_what_was_deleted_is_gone_and_goes_again_when_a_copy_brings_it_back(
    rights, entry, settings, tmp_path, django_capture_on_commit_callbacks
):
    settings.OUTSIDE_DIR = tmp_path
    kept = Entry.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        actions.delete(entry=entry, by=rights.cast.as_individual)
    assert not Entry.objects.exists()
    kept.save(force_insert=True)  # as in the copy of the night before
    rights_actions.reapply_tombstones()
    assert not Entry.objects.exists()


def test_it_goes_with_the_notebook_and_nobody_is_told_how_much_it_was(rights, entry):
    individual = rights.individual
    rights_actions.ask(individual=individual, kind="remove", by=rights.cast.as_individual)
    assert "diary" not in str(rights_queries.would_go(individual))
    removal = rights_actions.propose_removal(individual=individual, what="all", reason="Asked.", by=rights.as_ines)
    rights_actions.confirm_removal(removal=removal, individual=individual, by=rights.as_ola)
    assert not Entry.objects.exists()
    assert "diary.Entry" not in Removal.objects.get().counts


def test_it_is_in_no_file_for_other_systems(rights, entry):
    from kith.interop.queries import whole_of

    assert "heron" not in str(bundle_of(whole_of(rights.individual, is_own=True)))


def test_switched_off_nobody_writes_and_what_was_written_stays_theirs(rights, entry, client):
    own = rights.cast.as_individual
    actions.switch_off(by=rights.as_ola)
    with pytest.raises(Refused, match="switched off"):
        actions.write(individual=rights.individual, words="More", by=own)
    for offered_no_longer in (actions.change, actions.send):
        with pytest.raises(Refused, match="take it along"):
            offered_no_longer(entry=entry, words="Rain.", by=own)
    client.force_login(rights.cast.user)
    for name in ("diary:entry", "diary:send"):
        page = reverse(name, args=[rights.individual.public_id, entry.public_id])
        shown = client.get(page).content.decode()
        assert WORDS in shown and "Delete it" in shown and "<textarea" not in shown and "to my worker" not in shown
        assert "Zqtyped" in client.post(page, {"words": "Zqtyped just now"}).content.decode()
    actions.delete_all(individual=rights.individual, by=own)
    assert not Entry.objects.exists()


def test_it_is_switched_on_with_a_name_by_whoever_looks_after_rights(rights):
    actions.switch_off(by=rights.as_ola)
    with pytest.raises(Refused, match="answerable"):
        actions.switch_on(safety_lead=" ", by=rights.as_ines)
    with pytest.raises(NotPermitted):
        actions.switch_on(safety_lead="Dr Rowe", by=rights.cast.as_worker)


@pytest.mark.shows("Q-04", "Q-06", "Q-53")
def test_the_page_says_that_nobody_reads_it_and_whom_to_ring(rights, client):
    client.force_login(rights.cast.user)
    page = reverse("diary:diary", args=[rights.individual.public_id])
    shown = client.get(page).content.decode()
    assert "Only you can see this. Nobody checks it." in shown
    assert 'href="tel:999"' in shown.split("<textarea")[1] and "I want help now" in shown
    client.post(page, {"words": "I want to die", "do": "keep"})  # nothing reads it: nothing happens but that it is kept
    assert Entry.objects.get().words == "I want to die" and not Message.objects.exists()
    assert "I want to die" in client.get(page).content.decode()


def test_what_is_sent_is_shown_first_and_may_be_less(rights, entry, client):
    client.force_login(rights.cast.user)
    send = reverse("diary:send", args=[rights.individual.public_id, entry.public_id])
    shown = client.get(send).content.decode()
    assert WORDS in shown and "Anwen" in shown and not Message.objects.exists()
    client.post(send, {"words": "A heron."})
    assert [message.words for message in Message.objects.all()] == ["A heron."]
    assert Entry.objects.get().words == WORDS


def test_a_button_sends_what_was_just_typed_by_way_of_the_page_that_shows_it(rights, client):
    client.force_login(rights.cast.user)
    page = reverse("diary:diary", args=[rights.individual.public_id])
    answer = client.post(page, {"words": "Could we meet sooner?", "do": "send"})
    assert answer["Location"] == reverse(
        "diary:send", args=[rights.individual.public_id, Entry.objects.get().public_id]
    )


def test_the_way_to_it_stands_on_my_notes_for_themself_alone(rights, client):
    notes, way = reverse("conversations:meetings_page", args=[rights.individual.public_id]), "/diary/"
    client.force_login(rights.cast.user)
    assert way in client.get(notes).content.decode()
    client.force_login(rights.cast.worker)
    assert way not in client.get(notes).content.decode()
