"""The last bus back, typed once on a page and read on every listing there."""

from datetime import date, time, timedelta

import pytest

from kith.access import clock
from kith.directory import actions
from kith.directory import queries as directory
from kith.directory.models import LastBus
from kith.directory.reading.entry import PlaceDetails, Slot
from kith.ideas import actions as ideas
from kith.local_knowledge.buses import bus_words, missed_buses
from tests.page_words import words_of

LATE = Slot(1, time(19), time(21, 30))
HALL = PlaceDetails("Moor hall", "Top Road", "", 53.80, -2.10)


@pytest.fixture
def yoga(cast):
    return actions.add_activity(name="Moor yoga", place=HALL, times=(LATE,), by=cast.worker)


def type_in(cast, activity, who="idris", **typed):
    return cast.browsing(who).post(f"/community/{activity.public_id}/last-bus/", typed)


def page_of(cast, activity, who="idris") -> str:
    return words_of(cast.browsing(who).get(f"/community/{activity.public_id}/"))


def test_typed_once_it_stands_on_every_listing_there(cast, yoga):
    choir = actions.add_activity(name="Moor choir", place=HALL, times=(Slot(6, time(10)),), by=cast.worker)
    answer = type_in(cast, yoga, week="9:10pm", none_on=["sunday"], words="43 from Mill Lane")
    assert answer.status_code == 302
    told = "Monday to Friday 9:10pm, Sundays none (43 from Mill Lane). Typed by a worker on"
    assert told in page_of(cast, yoga) and told in page_of(cast, choir)
    assert "On Tuesdays it ends at 9:30pm, after the last bus back at 9:10pm." in page_of(cast, yoga)
    assert "On Sundays there is no bus back." in page_of(cast, choir)


def test_the_table_and_the_paper_say_it_too(cast, yoga):
    type_in(cast, yoga, week="9:10pm")
    said = "On Tuesdays it ends at 9:30pm, after the last bus back at 9:10pm"
    assert said in words_of(cast.browsing("idris").get("/community/table/?q=moor yoga"))
    assert said in words_of(cast.browsing("olwen").get(cast.at(f"table/{yoga.public_id}/")))
    ideas.keep(individual=cast.individual, activity=yoga, reasons=[], by=cast.worker)
    assert said in words_of(cast.browsing("olwen").get(cast.at("table/on-paper/")))


def test_the_page_shows_what_is_known_and_it_can_be_taken_back(cast, yoga):
    type_in(cast, yoga, week="9:10pm", none_on=["sunday"], words="43")
    page = cast.browsing("idris").get(f"/community/{yoga.public_id}/last-bus/").content.decode()
    assert 'value="9:10pm"' in page and 'value="43"' in page
    type_in(cast, yoga)
    assert not LastBus.objects.exists() and "Last bus back" not in page_of(cast, yoga)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"week": "late"}, "We could not read that as a time."),
        ({"week": "9:10"}, "Please write 9:10am or 9:10pm."),
        ({"sunday": "8pm", "none_on": ["sunday"]}, "Which is right?"),
        ({"words": "43 to town"}, "Please say when the last one leaves"),
        ({"none_on": ["holiday"]}, "Please choose from these."),
    ],
)
def test_what_cannot_be_read_is_said_and_stays_in_its_box(cast, yoga, typed, told):
    answer = type_in(cast, yoga, **({"saturday": "7:45pm"} if "words" not in typed else {}) | typed)
    page = answer.content.decode()
    assert answer.status_code == 422 and told in page
    assert "7:45pm" in page or "43 to town" in page
    assert not LastBus.objects.exists()


def test_a_last_bus_in_the_morning_is_believed_when_it_says_so(cast, yoga):
    type_in(cast, yoga, week="9:10am", saturday="0:15")
    assert set(LastBus.objects.values_list("leaves", flat=True)) == {time(9, 10), time(0, 15)}


@pytest.mark.parametrize(("who", "status"), [("mair", 302), ("olwen", 404), ("noor", 404)])
def test_who_types_it(cast, yoga, who, status):
    assert type_in(cast, yoga, who=who, week="9:10pm").status_code == status


def test_where_there_is_no_place_there_is_no_such_page(cast):
    nowhere = actions.add_activity(name="Somewhere", by=cast.worker)
    assert cast.browsing("idris").get(f"/community/{nowhere.public_id}/last-bus/").status_code == 404
    assert "/last-bus/" not in cast.browsing("idris").get(f"/community/{nowhere.public_id}/").content.decode()


def test_words_typed_there_are_words(cast, yoga):
    type_in(cast, yoga, week="9:10pm", words="<script>alert(1)</script>")
    page = cast.browsing("idris").get(f"/community/{yoga.public_id}/").content.decode()
    assert "&lt;script&gt;alert(1)" in page and "<script>alert(1)" not in page


@pytest.mark.parametrize(("days", "is_old"), [(0, False), (183, False), (184, True)])
def test_its_age_is_told_and_what_is_old_may_have_changed(cast, yoga, days, is_old):
    type_in(cast, yoga, week="9:10pm")
    with clock.at(clock.now() + timedelta(days=days)):
        words = bus_words(directory.last_buses([yoga])[yoga.pk])
    assert "Typed by a worker on 23 November 2026" in words
    assert ("times may have changed" in words) is is_old


def told(cast, yoga, bus: time | None, *slots: Slot, **more) -> list[str]:
    actions.fill_in(activity=yoga, parts={"times": list(slots)} | more, by=cast.worker)
    row = LastBus(days="week", leaves=bus)
    return missed_buses(directory.activity(yoga.public_id), {"week": row})


def test_each_sentence_says_what_is_so(cast, yoga):
    nine = time(21)
    assert told(cast, yoga, nine, Slot(0, time(19), nine)) == [
        "On Mondays it ends at 9pm, just as the last bus back leaves"
    ]
    assert told(cast, yoga, nine, Slot(0, time(21, 30))) == [
        "On Mondays it starts at 9:30pm, after the last bus back at 9pm"
    ]
    assert told(cast, yoga, nine, Slot(0, time(19))) == told(cast, yoga, nine, Slot(5, time(19), time(23))) == []
    assert told(cast, yoga, None, Slot(0, time(19))) == ["On Mondays there is no bus back"]
    assert told(cast, yoga, nine, LATE, LATE) == ["On Tuesdays it ends at 9:30pm, after the last bus back at 9pm"]
    once = {"on_date": date(2027, 3, 26)}  # a Friday
    assert told(cast, yoga, nine, Slot(None, time(19), time(22)), **once) == [
        "It ends at 10pm, after the last bus back at 9pm"
    ]
    assert told(cast, yoga, None, Slot(None, time(19)), **once) == ["There is no bus back on that day"]


NEAR_BY = PlaceDetails("Moor chapel", "Chapel Lane", "", 53.81, -2.10)  # 0.7 miles
FAR_OFF = PlaceDetails("Dale hall", "Dale", "", 53.83, -2.10)  # 2.1 miles


def test_what_was_typed_for_one_place_is_offered_in_the_same_village_in_one_press(cast, yoga):
    chapel = actions.add_activity(name="Chapel tea", place=NEAR_BY, times=(LATE,), by=cast.worker)
    type_in(cast, yoga, week="9:10pm", none_on=["sunday"], words="43 from Mill Lane")
    LastBus.objects.update(noted_on=clock.today() - timedelta(days=30))
    assert "Last bus back" not in page_of(cast, chapel)
    page = words_of(cast.browsing("idris").get(f"/community/{chapel.public_id}/last-bus/"))
    assert "From Moor hall, 0.7 miles away: Monday to Friday 9:10pm, Sundays none (43 from Mill Lane)." in page
    assert type_in(cast, chapel, same=yoga.place.public_id).status_code == 302
    assert "On Tuesdays it ends at 9:30pm, after the last bus back at 9:10pm." in page_of(cast, chapel)
    kept = LastBus.objects.filter(place=chapel.place)
    assert {(bus.days, bus.leaves) for bus in kept} == {("week", time(21, 10)), ("sunday", None)}
    assert {bus.noted_on for bus in kept} == {clock.today() - timedelta(days=30)}  # as old as it is there
    page = words_of(cast.browsing("idris").get(f"/community/{chapel.public_id}/last-bus/"))
    assert "The same bus here" not in page


def test_it_is_not_offered_far_off_nor_taken_from_there(cast, yoga):
    dale = actions.add_activity(name="Dale tea", place=FAR_OFF, by=cast.worker)
    type_in(cast, yoga, week="9:10pm")
    page = words_of(cast.browsing("idris").get(f"/community/{dale.public_id}/last-bus/"))
    assert "The same bus here" not in page
    type_in(cast, dale, same=yoga.place.public_id)
    assert not LastBus.objects.filter(place=dale.place).exists()


def test_places_that_say_the_same_are_offered_once(cast, yoga):
    inn = PlaceDetails("Moor inn", "Top Road", "", 53.805, -2.10)
    for activity in (yoga, actions.add_activity(name="Quiz", place=inn, by=cast.worker)):
        type_in(cast, activity, week="9:10pm", words="43")
    chapel = actions.add_activity(name="Chapel tea", place=NEAR_BY, by=cast.worker)
    [offered] = directory.buses_round(chapel.place)
    assert offered.place.name == "Moor inn"
