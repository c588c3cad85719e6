"""A worry about safety reaches a lead at once, is read by few, and does not rest until somebody sees to it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kith.access import clock
from kith.access.actor import Actor
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox import gates
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.models import User
from kith.rights.gathering import gather
from kith.safety import actions, queries
from kith.safety.models import Concern
from tests.letting_in import let_see

from .conftest import SAW, TUESDAY, WORRIED

PASSED = {
    "to_whom": "The council’s adults team",
    "what": "That his post is taken.",
    "on": TUESDAY.date(),
    "agreed": False,
    "because": "Others in the house may be in danger.",
    "knows": False,
    "unknown_because": "His brother reads along.",
}


def told_of(concern) -> list[str]:
    letters = Letter.objects.filter(cause=f"concern {concern.public_id}").order_by("pk")
    assert all("Tomos" not in f"{each.subject} {each.body}" for each in letters)
    assert all(isinstance(gates.ask(each), gates.Go) for each in letters)
    return [each.to.split("@")[0] for each in letters]


def page_of(concern, *more) -> str:
    return reverse("safety:see_to" if more else "safety:concern", args=[concern.public_id, *more])


@pytest.mark.shows("Q-55")
def test_one_press_from_a_page_of_theirs_sends_it_to_the_lead_and_the_manager_at_once(safety, as_):
    User.objects.update(hears_days=[], hears=["to worker: worry about safety"])
    visitor = as_(safety.cast.worker)
    page = visitor.get(reverse("home:person", args=[safety.individual.public_id])).content.decode()
    place = f"{reverse('safety:worried')}?about={safety.individual.public_id}"
    assert f'href="{place}">Worried about safety?' in page
    asks = visitor.get(place).content.decode()
    assert "Ring 999 first" in asks and "do not promise to keep it a secret" in asks
    assert "Ines Marlow and Mair Bright see this." in asks
    answer = visitor.post(place, WORRIED | {"is_about_staff": "no"})
    assert visitor.post(place, WORRIED | {"is_about_staff": "no"}).url == answer.url  # pressed twice
    concern = Concern.objects.get()
    assert (answer.url, concern.individual, concern.saw) == (page_of(concern), safety.individual, SAW)
    assert told_of(concern) == ["ines", "mair"]
    own = visitor.get(page_of(concern)).content.decode()
    assert "Ines Marlow was told at once" in own and SAW in own


def test_any_answer_changed_a_moment_later_is_a_worry_of_its_own(safety):
    changed = ({}, {"safe_now": "unknown"}, {"knows": "unsafe"}, {"is_about_staff": True})
    assert len({safety.raised(**each).pk for each in (*changed, *changed)}) == 4


@pytest.mark.shows("Q-55")
def test_only_those_it_is_for_open_it(safety, as_):
    concern = safety.raised()
    others = (safety.cast.user, safety.cast.stranger, safety.alex)
    assert [as_(each).get(page_of(concern)).status_code for each in others] == [404] * 3
    for each in (safety.cast.worker, safety.cast.stranger, safety.cast.user):
        assert as_(each).post(page_of(concern, "note"), {"words": "x"}).status_code == 404
        with pytest.raises(NotPermitted):
            actions.take_on(concern=concern, by=safety.by(each))
    friend = people.add_account(email="nan@calderford.example", name="Nan Reed", by=Actor.command_line())
    let_see(safety.individual, friend, "goals", by=safety.cast.as_individual)
    assert as_(friend).get(page_of(concern)).status_code == 404
    assert [SAW in as_(each).get(page_of(concern)).content.decode() for each in (safety.ines, safety.cast.manager)]
    assert queries.who_opened(concern) == ["Ines Marlow", "Mair Bright"]


def test_a_supporter_sends_one_in_and_reads_their_own_words_alone(safety, as_):
    friend = people.add_account(email="nan@calderford.example", name="Nan Reed", by=Actor.command_line())
    let_see(safety.individual, friend, "goals", by=safety.cast.as_individual)
    place = f"{reverse('safety:worried')}?about={safety.individual.public_id}"
    own = as_(friend).post(place, WORRIED | {"is_about_staff": "no"}, follow=True).content.decode()
    concern = Concern.objects.get()
    assert (concern.raised_by, concern.raised_as) == (friend, "supporter") and SAW in own
    assert "Leave this page" in own and "your manager" not in own
    actions.take_on(concern=concern, by=safety.by(safety.ines))
    actions.note_done(concern=concern, words="Rang the police.", by=safety.by(safety.ines))
    assert "Rang the police." not in as_(friend).get(page_of(concern)).content.decode()
    assert as_(safety.cast.user).get(place).status_code == 404
    again = safety.raised()
    assert queries.worries_for(safety.by(safety.ines)) == [again, concern]  # nobody sees to the newer one yet


def test_about_somebody_who_works_here_the_manager_does_not_read_it(safety, as_):
    concern = safety.raised(is_about_staff=True)
    assert told_of(concern) == ["ines"]
    assert as_(safety.cast.manager).get(page_of(concern)).status_code == 404
    assert "Worries about safety" not in as_(safety.cast.manager).get("/").content.decode()
    assert "Tomos" in as_(safety.ines).get("/").content.decode()


def test_beside_a_workers_own_reflection_stands_where_to_tell_of_it(safety, as_):
    page = as_(safety.cast.worker).get(reverse("conversations:write_up", args=[safety.individual.public_id]))
    place = f"{reverse('safety:worried')}?about={safety.individual.public_id}"
    assert f'href="{place}">Tell somebody now</a>, and do not leave it here.' in page.content.decode()


def test_about_somebody_without_a_notebook(safety, as_):
    team = as_(safety.cast.stranger).get(reverse("people:team_page", args=[safety.cast.team.public_id]))
    assert f'href="{reverse("safety:worried")}">' in team.content.decode()
    with pytest.raises(Refused, match="whom it is about"):
        actions.raise_concern(by=safety.by(safety.cast.stranger), **WORRIED)
    concern = actions.raise_concern(whom="A boy at the canal", by=safety.by(safety.cast.stranger), **WORRIED)
    assert told_of(concern) == ["ines", "mair"]
    assert "A boy at the canal" in as_(safety.ines).get(page_of(concern)).content.decode()


def test_unread_it_goes_to_the_next_lead_and_then_to_whoever_keeps_accounts(safety, as_):
    concern = safety.raised()

    def told_after(hours: int) -> list[str]:
        with clock.at(TUESDAY + timedelta(hours=hours)):
            actions.pass_on_unread(by=Actor.system(), goes_on=lambda: True)
        return told_of(concern)

    assert told_after(3) == ["ines", "mair"]
    assert told_after(4) == told_after(7) == ["ines", "mair", "ola"]
    assert told_after(8) == told_after(90) == ["ines", "mair", "ola", "alex"]
    assert concern.public_id not in Letter.objects.get(to=safety.alex.email).body
    page = as_(safety.alex).get("/").content.decode()
    assert "A worry about safety waits" in page and "Ines Marlow or Ola Finch" in page and SAW not in page
    actions.take_on(concern=concern, by=safety.by(safety.ola))
    assert "A worry about safety waits" not in as_(safety.alex).get("/").content.decode()


def test_taken_on_nobody_else_is_asked(safety):
    concern = actions.take_on(concern=safety.raised(), by=safety.by(safety.ines))
    with clock.at(TUESDAY + timedelta(hours=90)):
        actions.pass_on_unread(by=Actor.system(), goes_on=lambda: True)
    assert told_of(concern) == ["ines", "mair"]


def test_taken_on_by_somebody_who_is_kept_away_since_the_next_is_asked_at_once(safety):
    waits = safety.raised()
    taken = actions.take_on(concern=safety.raised(saw="Again."), by=safety.by(safety.ines))
    people.keep_away(user=safety.ines, individual=safety.individual, by=safety.cast.as_individual)
    for _ in range(2):
        actions.pass_on_unread(by=Actor.system(), goes_on=lambda: True)
    for each in (waits, taken):
        each.refresh_from_db()
        assert (each.taken_by, each.waits_for, told_of(each)) == (None, safety.ola, ["ines", "mair", "ola"])


def test_somebody_asked_to_help_reads_it_until_they_are_taken_off(safety, as_):
    concern, by = safety.raised(), safety.by(safety.ines)
    noor = safety.cast.stranger
    as_(safety.ines).post(page_of(concern, "put-on"), {"user": noor.public_id})
    assert told_of(concern)[-1] == "noor"
    page = as_(noor).get(page_of(concern)).content.decode()
    assert SAW in page and "Close it" not in page
    assert as_(noor).post(page_of(concern, "note"), {"words": "x"}).status_code == 404
    actions.take_off(concern=concern, user=noor.public_id, by=by)
    assert as_(noor).get(page_of(concern)).status_code == 404


@pytest.mark.shows("Q-55")
def test_passed_on_without_agreement_it_says_why_to_whom_what_when_and_whether_they_know(safety):
    concern, by = safety.raised(), safety.by(safety.ines)
    for name, reason in (("because", "without their agreement"), ("unknown_because", "do not know"), ("what", "what")):
        with pytest.raises(Refused, match=reason):
            actions.pass_on(concern=concern, by=by, **PASSED | {name: " "})
    passed = actions.pass_on(concern=concern, by=by, **PASSED)
    passed.because = ""
    with pytest.raises(IntegrityError), transaction.atomic():
        passed.save()


def test_it_closes_only_when_they_were_told_or_it_is_written_why_not(safety):
    concern, by = safety.raised(), safety.by(safety.ines)
    with pytest.raises(Refused, match="I see to it"):
        actions.close(concern=concern, decided="Done.", by=by)
    actions.take_on(concern=concern, by=by)
    with pytest.raises(Refused, match="why they were not"):
        actions.close(concern=concern, decided="Done.", by=by)
    later = TUESDAY.date() + timedelta(days=14)
    for day in (TUESDAY.date(), TUESDAY.date() + timedelta(days=91)):
        with pytest.raises(Refused, match="next 90 days"):
            actions.wait_to_tell(concern=concern, because="He is watched.", look_again_on=day, by=by)
    actions.wait_to_tell(concern=concern, because="He is watched.", look_again_on=later, by=by)
    actions.close(concern=concern, decided="Post goes to the post office.", by=by)
    assert queries.worries_for(by) == []
    with clock.at(TUESDAY + timedelta(days=14)):
        assert queries.worries_for(by) == [concern]
        for _ in range(2):
            actions.pass_on_unread(by=Actor.system(), goes_on=lambda: True)
    assert told_of(concern)[2:] == ["ines"]


def test_the_individual_reads_it_once_they_are_told_and_finds_no_trace_before(safety, as_):
    concern, by = safety.raised(), safety.by(safety.ines)
    actions.take_on(concern=concern, by=by)
    own = as_(safety.cast.user)
    place = reverse("safety:worries_told", args=[safety.individual.public_id])
    looked = reverse("home:looked", args=[safety.individual.public_id])
    assert "There is nothing to read here" in own.get(place).content.decode()
    assert not TrailEntry.objects.filter(chain=safety.individual.public_id, what__contains="safety").exists()
    actions.pass_on(concern=concern, by=by, **PASSED)
    told = {"told_on": TUESDAY.date(), "words": "We spoke of your post."}
    actions.say_told(concern=concern, by=by, **told)
    page = own.get(place).content.decode()
    assert "We spoke of your post." in page and SAW not in page and "adults team" not in page
    assert "Told you of a worry about your safety" in own.get(looked).content.decode()


def test_a_copy_of_all_that_is_kept_holds_it_for_a_lead_to_look_through(safety):
    concern = safety.raised()
    actions.note_done(concern=concern, words="Rang him.", by=safety.by(safety.ines))
    rows = {part.entry.label: part.records for part in gather(safety.individual)}
    assert [each.values["saw"] for each in rows["safety.Concern"]] == [SAW]
    assert [each.values["words"] for each in rows["safety.ConcernNote"]] == ["Rang him."]


def test_what_stands_in_the_way_comes_back_first_on_the_page_with_what_was_typed(safety, as_):
    concern = safety.raised()
    page = as_(safety.ines).post(page_of(concern, "close"), {"decided": "All is well."})
    body = page.content.decode()
    assert page.status_code == 422 and "All is well." in body
    assert body.index("Please press “I see to it” first") < body.index("What was seen or heard")


def test_whoever_is_kept_away_from_them_is_not_waited_for_nor_put_on_and_reads_no_more(safety, as_):
    concern = safety.raised()
    actions.put_on(concern=concern, user=safety.cast.stranger.public_id, by=safety.by(safety.ines))
    assert SAW in as_(safety.cast.stranger).get(page_of(concern)).content.decode()
    for each in (safety.ines, safety.cast.stranger):
        people.keep_away(user=each, individual=safety.individual, by=safety.cast.as_individual)
    assert as_(safety.cast.stranger).get(page_of(concern)).status_code == 404
    assert queries.own_concerns(safety.by(safety.cast.stranger)) == []
    second = safety.raised(saw="Again.")
    assert (second.waits_for, told_of(second)) == (safety.ola, ["ola", "mair"])
    assert safety.cast.stranger not in queries.may_be_put_on(second)
