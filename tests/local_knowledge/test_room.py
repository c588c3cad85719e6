"""Full until a day: who says so, where it is told, that it lies last, and that it ends by itself."""

from datetime import date, timedelta

import pytest

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions as directory
from kith.directory import waiting as directory_waiting
from kith.directory.models import Activity
from kith.ideas import actions as ideas
from kith.ideas import shortlist, table
from kith.local_knowledge import actions
from kith.local_knowledge.models import Full
from kith.local_knowledge.warmth import full_words
from tests.page_words import words_of

OPENS = date(2027, 5, 1)
TOLD = "Full for now. There is room again from 1 May 2027"


def say_full(cast, opens_on=OPENS, who="idris"):
    return actions.say_full(activity=cast.harriers, told_by="team", opens_on=opens_on, by=cast.acting(who))


def page_of(cast, who, path) -> str:
    answer = cast.browsing(who).get(path)
    assert answer.status_code == 200
    return words_of(answer)


def post(cast, path, who="idris", **typed):
    return cast.browsing(who).post(f"/community/{cast.harriers.public_id}/{path}/", typed)


def test_it_is_told_on_card_leaflet_listing_paper_and_letter(cast):
    ideas.keep(individual=cast.individual, activity=cast.harriers, reasons=[], by=cast.worker)
    say_full(cast)
    leaflet = f"table/{cast.harriers.public_id}/"
    for path in ("table/?q=harriers", leaflet, "table/on-paper/"):
        assert TOLD in page_of(cast, "olwen", cast.at(path)), path
    assert TOLD in page_of(cast, "olwen", f"/community/{cast.harriers.public_id}/")
    assert TOLD in shortlist.words_of(shortlist.kept_and_going_on(cast.individual), "email")


def test_nobody_knows_until_when(cast):
    say_full(cast, opens_on=None)
    assert full_words(None) in page_of(cast, "olwen", f"/community/{cast.harriers.public_id}/")


def test_it_lies_behind_the_others_while_it_is_full(cast):
    def at(name: str) -> int:
        return page_of(cast, "idris", cast.at("table/?q=singing+or+an+easy+run")).index(name)

    first, second = sorted((cast.choir, cast.harriers), key=lambda each: at(each.name))
    actions.say_full(activity=first, told_by="team", by=cast.worker)
    assert at(second.name) < at(first.name)


def test_what_is_full_takes_no_room_from_what_is_not(cast, monkeypatch):
    """Where only so many lie on the table."""
    monkeypatch.setattr(table, "MOST", 1)
    asked = table.Asked(words="singing or an easy run")

    def lies() -> list[str]:
        return [each.public_id for each in table.lay_out(table.nobody(cast.team), asked).leaflets]

    (best,) = lies()
    full = next(each for each in (cast.choir, cast.harriers) if each.public_id == best)
    actions.say_full(activity=full, told_by="team", by=cast.worker)
    (instead,) = lies()
    assert {best, instead} == {cast.choir.public_id, cast.harriers.public_id}


def test_it_ends_by_itself_on_its_day(cast):
    say_full(cast)
    listing = f"/community/{cast.harriers.public_id}/"
    for days, is_told in ((-1, True), (0, False)):
        noon = clock.now().replace(year=2027, month=5, day=1) + timedelta(days=days)
        with clock.at(noon):
            assert (TOLD in page_of(cast, "idris", listing)) is is_told


def test_the_newest_word_stands_and_one_press_ends_it(cast):
    say_full(cast, opens_on=None)
    say_full(cast)
    assert Full.objects.filter(ended_on=None).get().opens_on == OPENS
    assert post(cast, "room").status_code == 302
    assert not Full.objects.filter(ended_on=None).exists()
    assert TOLD not in page_of(cast, "olwen", f"/community/{cast.harriers.public_id}/")


def test_a_worker_says_so_on_the_page_and_a_wrong_day_stays_in_the_box(cast):
    listing = f"/community/{cast.harriers.public_id}/"
    assert "They are full for now" in page_of(cast, "idris", listing)
    assert "They are full for now" not in page_of(cast, "olwen", listing)
    answer = post(cast, "full", opens_on="1 May 2020")
    assert answer.status_code == 422 and "has come already" in answer.content.decode()
    assert 'value="1 May 2020"' in answer.content.decode() or "2020-05-01" in answer.content.decode()
    assert post(cast, "full", opens_on="1 May 2027").status_code == 302
    page = page_of(cast, "idris", listing)
    assert "They have room again" in page and "Somebody here said that they are full, 23 November 2026." in page


def test_what_is_full_for_two_months_without_a_day_is_asked_about_and_not_ended_by_a_check(cast):
    say_full(cast, opens_on=None)
    since = clock.today() - timedelta(days=61)
    Full.objects.update(said_on=since)
    type(cast.harriers).objects.filter(pk=cast.harriers.pk).update(last_checked_on=since)
    keeping = "/community/keeping/"
    assert "It has been full since 23 September" in page_of(cast, "mair", keeping)
    path = f"/community/{cast.harriers.public_id}/still-true/"
    page = words_of(cast.browsing("mair").post(path, {"how": "rang them", "next": keeping}, follow=True))
    assert "Is there room again?" in page and "They have room again" in page
    assert Full.objects.filter(ended_on=None).exists()
    assert "It has been full since" not in page_of(cast, "mair", keeping)


def test_what_is_full_for_long_has_its_own_count_however_much_else_waits(cast, monkeypatch):
    from kith.local_knowledge.keeping import keeper

    for each in (cast.harriers, cast.choir):
        actions.say_full(activity=each, told_by="team", by=cast.worker)
        directory.say_changed(activity=cast.repair, words="Now on Fridays", by=cast.worker)
    since = clock.today() - timedelta(days=61)
    Full.objects.update(said_on=since)
    Activity.objects.update(last_checked_on=since)
    monkeypatch.setattr(keeper, "MOST", 1)
    monkeypatch.setattr(keeper, "waiting", lambda: directory_waiting.waiting(1))
    page = page_of(cast, "mair", "/community/keeping/")
    assert "2 places, and nobody knows until when" in page and "It has been full since" not in page
    monkeypatch.undo()
    alone = page_of(cast, "mair", "/community/keeping/?only=full")
    assert alone.count("It has been full since 23 September") == 2 and "Now on Fridays" not in alone
    Full.objects.update(ended_on=clock.today())
    assert "Full for a long time" not in page_of(cast, "mair", "/community/keeping/")


def test_who_may_not_say_so(cast):
    for who in ("olwen", "noor"):
        assert post(cast, "full", who=who).status_code == 404
        assert post(cast, "room", who=who).status_code == 404
        with pytest.raises(NotPermitted):
            say_full(cast, who=who)
    with pytest.raises(Refused, match="two years"):
        say_full(cast, opens_on=date(2036, 1, 1))


def test_what_others_read_has_no_place_for_it_and_stays_as_it_is(cast, client):
    def given_out() -> list:
        return client.get("/open/oruk/services").json()["contents"]

    before = given_out()
    say_full(cast)
    assert len(before) == 3 and given_out() == before
