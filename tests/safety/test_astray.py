"""Information that went astray: said in one press, a clock of 72 hours, whom it touches, and whom to tell."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from kith.access import clock, trail
from kith.access.actor import Actor, Role
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.safety import actions, queries
from kith.safety.models import Breach
from kith.safety.queries.touched import WITH_A_LINK, Search

from .conftest import TUESDAY

AN_HOUR = timedelta(hours=1)


def page_of(breach, *more) -> str:
    names = {"touched": "safety:touched", "paper": "safety:paper"}
    if more and more[0] in names:
        return reverse(names[more[0]], args=[breach.public_id])
    return reverse("safety:see_to_breach" if more else "safety:breach", args=[breach.public_id, *more])


@pytest.mark.shows("Q-32")
def test_one_press_tells_every_lead_and_begins_72_hours(safety, as_):
    visitor, own = as_(safety.cast.worker), safety.individual.public_id
    place = f"{reverse('safety:went_wrong')}?about={own}"
    page = visitor.get(reverse("home:person", args=[own])).content.decode()
    assert f'href="{place}">Something went wrong with information' in page
    told = {"kind": "sent", "happened": "A letter went next door.", "day": "2026-03-31", "at": "9am"}
    thanks = [visitor.post(place, told, follow=True).content.decode() for _ in range(2)][1]  # pressed twice
    assert "Ines Marlow" in thanks
    breach = Breach.objects.get()
    assert [each.individual for each in breach.touched.all()] == [safety.individual]
    letters = Letter.objects.filter(kind="to worker: information gone astray").order_by("pk")
    assert [each.to for each in letters] == [safety.ines.email, safety.ola.email]
    assert "Tomos" not in letters[0].body
    for hours, words in ((0, "72 hours left"), (71, "One hour left"), (71.5, "Less than an hour left")):
        with clock.at(breach.noticed_at + hours * AN_HOUR):
            assert queries.standing_of(breach).words.startswith(words)
    assert "hours left, until Friday 3 April" in as_(safety.ines).get("/").content.decode()


def test_the_same_words_of_another_person_kind_or_moment_are_a_matter_of_their_own(safety):
    other = people.open_partnership(
        worker=safety.cast.worker, team=safety.cast.team, called="Bran", by=Actor.command_line()
    ).individual
    about = {"individual": safety.individual}
    ways = (about, {"individual": other}, {}, {"kind": "seen"} | about, {"noticed_at": TUESDAY - AN_HOUR} | about)
    said = [safety.astray(**each) for each in (*ways, *ways)]
    assert len({each.pk for each in said}) == len(ways)
    assert [each.individual for each in said[1].touched.all()] == [other] and not said[2].touched.exists()


def test_only_leads_look_into_it(safety, as_):
    breach = safety.astray()
    for each in (safety.cast.worker, safety.cast.manager, safety.alex, safety.cast.user):
        assert {as_(each).get(page_of(breach, *more)).status_code for more in ((), ("paper",))} == {404}
        with pytest.raises(NotPermitted):
            actions.note_on_breach(breach=breach, words="x", by=safety.by(each))
    with pytest.raises(NotPermitted):
        safety.astray(individual=safety.individual, by=safety.by(safety.cast.user))


def test_undecided_after_72_hours_administrators_hear_whom_to_ring_and_no_more(safety, as_):
    breach = safety.astray(individual=safety.individual)
    with clock.at(breach.noticed_at + 72 * AN_HOUR):
        assert "The 72 hours ended on" in queries.standing_of(breach).words
        page = as_(safety.alex).get("/").content.decode()
        assert "the 72 hours to decide whom to tell are over" in page and "next door" not in page
        actions.decide_commissioner(breach=breach, told=True, words="By phone.", by=safety.by(safety.ines))
        assert "72 hours" not in as_(safety.alex).get("/").content.decode()


def read_by(who: Actor, individual, at) -> None:
    with clock.at(at), trail.recorded():
        trail.record("read goals", by=who, individual=individual, reading=True)


@pytest.mark.shows("Q-32")
def test_whom_it_touches_is_found_in_the_trail_by_who_and_when(safety, as_):
    office = Actor.command_line()
    other = people.open_partnership(worker=safety.cast.worker, team=safety.cast.team, called="Bran", by=office)
    noor = safety.by(safety.cast.stranger)
    read_by(noor, safety.individual, TUESDAY - 2 * AN_HOUR)
    read_by(noor, other.individual, TUESDAY - 30 * AN_HOUR)
    read_by(Actor.with_link(Role.VISITOR, other.individual.pk), other.individual, TUESDAY - AN_HOUR)
    lately = {"since": TUESDAY - 3 * AN_HOUR, "until": TUESDAY}

    def found(**more):
        return [
            (each.individual.called, each.what, each.how_many) for each in queries.found_by(Search(**lately | more))
        ]

    assert found(who=noor.who) == [("Tomos", "Goals and steps", 1)]
    assert found(who=noor.who, since=TUESDAY - 31 * AN_HOUR)[0] == ("Bran", "Goals and steps", 1)
    assert found(who=WITH_A_LINK) == [("Bran", "Goals and steps", 1)]
    breach, asks = safety.astray(), {"who": noor.who, "first_day": "2026-03-31", "last_day": "2026-03-31"}
    visitor = as_(safety.ines)
    assert "Goals and steps" in visitor.post(page_of(breach, "touched"), asks).content.decode()
    assert not breach.touched.exists()
    visitor.post(page_of(breach, "touched"), asks | {"do": "keep"})
    visitor.post(page_of(breach, "touched"), asks | {"do": "keep"})
    assert [each.individual for each in breach.touched.all()] == [safety.individual]


def test_a_lead_who_is_kept_away_reads_no_name(safety, as_):
    breach = safety.astray(individual=safety.individual)
    people.keep_away(user=safety.ola, individual=safety.individual, by=safety.cast.as_individual)
    leads = {"ines": safety.ines, "ola": safety.ola}
    pages = {name: as_(user).get(page_of(breach)).content.decode() for name, user in leads.items()}
    assert "Tomos" in pages["ines"] and "not for you to see" not in pages["ines"]
    assert "Tomos" not in pages["ola"] and "1 more, whose name is not for you to see." in pages["ola"]


def test_whom_letters_to_one_address_were_about(safety):
    letter = people.write_to(safety.individual, kind="to individual: a day", cause="goal x")
    Letter.objects.filter(pk=letter.pk).update(sent_at=TUESDAY, to="Old@calderford.example")
    search = Search(TUESDAY - AN_HOUR, TUESDAY, sent_to="old@calderford.example")
    assert [(each.individual, each.what) for each in queries.found_by(search)] == [(safety.individual, "Letters")]
    assert queries.found_by(Search(TUESDAY + AN_HOUR, TUESDAY + 2 * AN_HOUR, sent_to=search.sent_to)) == []


def test_it_closes_when_both_are_decided_and_something_was_learnt(safety, as_):
    breach, by = safety.astray(), safety.by(safety.ines)
    close = {"breach": breach, "learnt": "Read numbers out loud.", "by": by}
    with pytest.raises(Refused, match="whether the Commissioner"):
        actions.close_breach(**close)
    actions.decide_commissioner(breach=breach, told=False, words="Nobody opened it.", by=by)
    with pytest.raises(Refused, match="whether the people"):
        actions.close_breach(**close)
    actions.decide_people(breach=breach, told=True, words="In person.", by=by)
    actions.describe(breach=breach, how_many="One", could_come="Little.", by=by)
    actions.close_breach(**close)
    with pytest.raises(Refused, match="closed already"):
        actions.note_on_breach(breach=breach, words="More.", by=by)
    assert "Read numbers out loud." in as_(safety.ines).get(reverse("safety:ended")).content.decode()
    sheet = as_(safety.ines).get(page_of(breach, "paper")).content.decode()
    assert all(words in sheet for words in ("A letter went next door.", "Little.", "Nobody opened it.", "In person."))
    breach.learnt = ""
    with pytest.raises(IntegrityError), transaction.atomic():
        breach.save()


def test_a_moment_to_come_and_a_search_for_nobody_are_asked_again(safety, as_):
    with pytest.raises(Refused, match="not come yet"):
        safety.astray(noticed_at=TUESDAY + AN_HOUR)
    asks = {"who": "", "sent_to": "", "first_day": "2026-03-31", "last_day": "2026-03-31"}
    page = as_(safety.ines).post(page_of(safety.astray(), "touched"), asks)
    assert page.status_code == 422 and "Please choose who it was" in page.content.decode()
