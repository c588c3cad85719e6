"""Records go when their time is over or they ask, by two people, and stay gone; a hold keeps all; a death stops all."""

import io
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from kith.access import clock, trail
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.public_ids import new_public_id
from kith.access.refusal import Refused
from kith.budget import actions as budget
from kith.budget.models import Decision, Erasing
from kith.budget.terms import Terms
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Draft, Note
from kith.goals import actions as goals
from kith.messaging import actions as messaging
from kith.messaging.models import Attachment
from kith.messaging.queries import file_of
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import Individual, User
from kith.rights import actions, tombstones
from kith.rights.actions.removing import REMOVED
from kith.rights.gathering import rows_of
from kith.rights.models import Death, Removal, Tombstone
from kith.rights.queries import what_waits
from kith.rights.queries.ending import due_to_go, months_of_a_notebook, would_go
from kith.rights.register import of_individuals
from kith.upkeep.actions.restored import Copy

from .conftest import TUESDAY

WHY = "They asked, and nothing has to stay."
WROTE = {
    "total": 12_000,
    "own_part": 2_000,
    "their_part": 10_000,
    "total_from": "their letter",
    "period": "week",
    "decided_by": "Calderford Council",
    "written_by": "J. Marsh",
    "pays_for": "A helper",
    "written_on": date(2026, 3, 2),
    "told_on": date(2026, 3, 4),
    "starts_on": date(2026, 3, 9),
}


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.DATA_DIR = settings.OUTSIDE_DIR = tmp_path


@pytest.fixture
def lived(rights):
    """A little of a life: a goal with a step, a note, a message, a letter and what is being written."""
    about = {"individual": rights.individual, "by": rights.cast.as_worker}
    goal = goals.set_goal(kind="target", words="Zqmarl run", **about)
    goals.add_step(goal=goal, words="Zqmarl shoes", by=rights.cast.as_worker)
    conversations.write_up(wrote=WriteUp(held_on=clock.today(), shared="Zqmarl talked"), **about)
    messaging.write(words="Zqmarl hello", about=goal, **about)
    Draft.objects.create(
        individual=rights.individual,
        author=rights.cast.worker,
        typed="Zqmarl",
        opened_at=clock.now(),
        saved_at=clock.now(),
    )
    money = Terms(words="Zqmarl a week.", **WROTE)
    budget.record(individual=rights.individual, terms=money, by=rights.cast.as_worker)
    return rights


@pytest.fixture
def asked(lived):
    actions.ask(individual=lived.individual, kind="remove", by=lived.cast.as_individual)
    return lived


def remove_all(rights) -> Removal:
    said = {"individual": rights.individual, "what": "all", "reason": WHY}
    removal = actions.propose_removal(by=rights.as_ines, **said)
    return actions.confirm_removal(removal=removal, individual=rights.individual, by=rights.as_ola)


def all_words() -> str:
    """Whatever any table holds in words."""
    said = io.StringIO()
    for model in apps.get_models():
        for row in model._default_manager.values_list(*[each.name for each in model._meta.concrete_fields]):
            said.write(repr(row))
    return said.getvalue()


@pytest.mark.shows("Q-28")
def test_all_of_it_goes_by_two_people_and_the_trail_still_holds(asked, django_capture_on_commit_callbacks):
    removal = actions.propose_removal(individual=asked.individual, what="all", reason=WHY, by=asked.as_ines)
    assert Note.objects.exists()
    with pytest.raises(Refused, match="Somebody else"):
        actions.confirm_removal(removal=removal, individual=asked.individual, by=asked.as_ines)
    with django_capture_on_commit_callbacks(execute=True):
        actions.confirm_removal(removal=removal, individual=asked.individual, by=asked.as_ola)
    connection.check_constraints()
    words = all_words()
    assert [each for each in ("Zqmarl", "Tomos Reed", "tomos@calderford.example") if each in words] == []
    gone = Individual.objects.get(pk=asked.individual.pk)
    assert (gone.called, gone.user) == (REMOVED, None)
    assert trail.verify() == []
    assert removal.counts["conversations.Note"] == removal.counts["budget.Decision"] == 1
    assert not Decision.objects.exists()
    assert not Erasing.objects.exists()
    stays = {each.label for each in of_individuals() if rows_of(each, gone).exists()}
    assert stays <= {"people.Individual", "access.TrailEntry", "rights.Request", "rights.Removal", "outbox.Letter"}
    assert ("conversations.Note", Tombstone.objects.get(label="conversations.Note").row) in set(
        tombstones.written_down()
    )


@pytest.mark.shows("Q-19")
@pytest.mark.fault("F-23")
def test_what_was_removed_goes_again_after_a_restore(asked, django_capture_on_commit_callbacks, settings):
    before = list(Note.objects.all()), Individual.objects.get(pk=asked.individual.pk)
    meetings = list(before[1].meetings.all())
    relations, picture = list(before[1].relations.all()), pictured(asked)
    with django_capture_on_commit_callbacks(execute=True):
        remove_all(asked)
    Tombstone.objects.all()._raw_delete("default")  # a database of last week knows nothing of it
    for each in (before[1], *relations, *meetings, *before[0], picture.message, picture):
        each.save()
    lay(picture)
    assert "Zqmarl talked" in all_words()
    outside = Copy(made_at=TUESDAY, outside=tombstones.place().parent)
    with django_capture_on_commit_callbacks(execute=True):
        assert "removed again" in actions.remove_again(copy=outside, by=Actor.command_line())
    assert not file_of(picture).exists()
    assert "kith.rights.actions.remove_again" in settings.AFTER_RESTORE
    assert "Zqmarl talked" not in all_words()
    assert Individual.objects.get(pk=asked.individual.pk).called == REMOVED
    connection.check_constraints()


def pictured(rights) -> Attachment:
    """One that came with a message."""
    picture = rights.individual.messages.first().attachments.create(name="run.png", size=1)
    lay(picture)
    return picture


def lay(picture: Attachment) -> None:
    file_of(picture).write_bytes(b"x")


def test_what_a_process_that_was_ended_left_undone_is_done(asked, django_capture_on_commit_callbacks):
    picture = pictured(asked)
    with django_capture_on_commit_callbacks(execute=False):  # ended after the database's yes
        remove_all(asked)
    gone = {*Tombstone.objects.values_list("label", "row")}
    assert gone and not {*tombstones.written_down()}
    assert actions.write_down_the_rest() == len(gone) and {*tombstones.written_down()} == gone
    assert actions.write_down_the_rest() == 0
    assert file_of(picture).exists() and (actions.unlink_the_rest(), actions.unlink_the_rest()) == (1, 0)
    assert not file_of(picture).exists()


def test_a_file_that_no_row_names_is_left_where_nobody_said_that_it_goes(asked, django_capture_on_commit_callbacks):
    picture, newer = pictured(asked), Attachment(public_id=new_public_id())
    lay(newer)  # of a database that is newer than this one
    with django_capture_on_commit_callbacks(execute=False):
        remove_all(asked)
    assert actions.unlink_the_rest() == 1 and file_of(newer).exists() and not file_of(picture).exists()


@pytest.mark.database
@pytest.mark.shows("Q-19")
def test_what_is_written_after_a_restore_is_never_taken_for_what_was_removed(asked):
    note = Note.objects.order_by("pk").last()
    far = note.pk + 40  # made and removed since the copy, which knows neither
    with tombstones.place().open("a") as file:
        file.write('["conversations.Note", 7')  # the machine stopped here
    tombstones.write_down([("conversations.Note", far)])
    actions.reapply_tombstones()
    note.pk, note.public_id, note.number = None, new_public_id(), 9
    note.save(force_insert=True)
    assert note.pk > far
    actions.reapply_tombstones()
    assert Note.objects.filter(pk=note.pk).exists()


def test_a_lead_who_is_kept_away_is_shown_nothing_that_waits(asked):
    actions.propose_removal(individual=asked.individual, what="all", reason=WHY, by=asked.as_ines)
    people.keep_away(user=asked.ola, individual=asked.individual, by=asked.cast.as_individual)
    assert [len(what_waits(each)["removals"]) for each in (asked.as_ines, asked.as_ola)] == [1, 0]


def test_what_is_being_written_goes_at_once_where_they_asked(asked):
    actions.propose_removal(individual=asked.individual, what="drafts", reason=WHY, by=asked.as_ines)
    assert not Draft.objects.exists()
    assert Note.objects.exists()


def test_without_being_asked_or_due_nothing_goes(lived):
    with pytest.raises(Refused, match="Neither"):
        actions.propose_removal(individual=lived.individual, what="all", reason=WHY, by=lived.as_ines)
    with pytest.raises(NotPermitted):
        actions.propose_removal(individual=lived.individual, what="all", reason=WHY, by=lived.cast.as_worker)


def test_a_hold_beats_everything_and_is_seen_by_nobody_else(asked):
    removal = actions.propose_removal(individual=asked.individual, what="all", reason=WHY, by=asked.as_ines)
    actions.begin_hold(individual=asked.individual, why="A court asks for it.", by=asked.as_ines)
    for act in (
        lambda: actions.confirm_removal(removal=removal, individual=asked.individual, by=asked.as_ola),
        lambda: actions.propose_removal(individual=asked.individual, what="drafts", reason=WHY, by=asked.as_ola),
    ):
        with pytest.raises(Refused, match="legal hold"):
            act()
    assert not TrailEntry.objects.filter(chain=asked.individual.public_id, what__contains="hold").exists()
    actions.end_hold(individual=asked.individual, by=asked.as_ola)
    assert actions.confirm_removal(removal=removal, individual=asked.individual, by=asked.as_ola).confirmed_at


@pytest.mark.shows("Q-28")
def test_a_notebook_is_due_once_the_longest_of_its_times_is_over(lived):
    Individual.objects.filter(pk=lived.individual.pk).update(closed_at=clock.now())
    lived.individual.relations.update(ends_at=clock.now())
    assert months_of_a_notebook() == 96
    with clock.at(TUESDAY + timedelta(days=8 * 365)):
        assert due_to_go() == []
    with clock.at(TUESDAY + timedelta(days=8 * 366)):
        assert [each.individual for each in due_to_go()] == [lived.individual]
        assert ("What we said", 1) in would_go(lived.individual)
        actions.keep_for(record_class="notes", months=240, by=lived.as_ines)
        assert due_to_go() == []


@pytest.mark.fault("F-14")
def test_the_database_itself_wants_two_people(asked):
    removal = actions.propose_removal(individual=asked.individual, what="all", reason=WHY, by=asked.as_ines)
    death = actions.say_they_died(individual=asked.individual, by=asked.cast.as_worker)
    for write in (
        lambda: Removal.objects.filter(pk=removal.pk).update(confirmed_by=asked.ines, confirmed_at=clock.now()),
        lambda: Death.objects.filter(pk=death.pk).update(confirmed_by=asked.cast.worker, confirmed_at=clock.now()),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()


@pytest.mark.fault("F-32")
def test_at_the_first_word_of_a_death_nothing_leaves_any_more(lived):
    letter = people.write_to(lived.individual, kind="to individual: words", cause="goal x", words="Hello")
    assert isinstance(gates.ask(letter), gates.Go | gates.Wait)
    death = actions.say_they_died(individual=lived.individual, by=lived.cast.as_worker)
    assert isinstance(gates.ask(letter), gates.HoldBack)
    count = Letter.objects.count()
    with pytest.raises(Refused, match="Somebody else"):
        actions.confirm_death(death=Death(pk=death.pk, individual=lived.individual), by=_as_worker_who_leads(lived))
    actions.confirm_death(death=death, by=lived.as_ines)
    lived.individual.refresh_from_db()
    assert not lived.individual.relations.filter(ends_at=None).exists()
    assert not User.objects.get(pk=lived.cast.user.pk).is_active
    assert Letter.objects.count() == count  # nobody in their life is written to


def _as_worker_who_leads(rights):
    from kith.people.actors import actor_for

    User.objects.filter(pk=rights.cast.worker.pk).update(is_rights_lead=True)
    rights.cast.worker.refresh_from_db()
    return actor_for(rights.cast.worker, clock.now())


def test_a_death_that_was_a_mistake_is_taken_back(lived):
    death = actions.say_they_died(individual=lived.individual, by=lived.cast.as_worker)
    actions.take_back_death(death=death, by=lived.as_ines)
    lived.individual.refresh_from_db()
    assert lived.individual.closed_at is None
    assert lived.individual.relations.filter(ends_at=None).exists()


def test_a_page_that_was_shut_before_a_death_that_was_a_mistake_stays_shut(lived):
    ended = clock.now() - timedelta(days=900)
    lived.individual.closed_at = ended
    lived.individual.save(update_fields=["closed_at"])
    death = actions.say_they_died(individual=lived.individual, by=lived.as_ines)
    death.individual = Individual(pk=lived.individual.pk, public_id="x", closed_at=clock.now())  # read long ago
    actions.take_back_death(death=death, by=lived.as_ola)
    lived.individual.refresh_from_db()
    assert lived.individual.closed_at == ended  # how long it is kept counts from that day
