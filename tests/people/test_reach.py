"""How somebody is safely reached: said in a few presses, by themselves or as told; asked about calmly; kept."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kith.access import clock
from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.people import actions, wishes
from kith.people.models import ContactWishes, Individual, User
from tests.pages.forms_on import forms_on


@pytest.fixture(autouse=True)
def no_second_factor(settings):
    settings.SECOND_FACTOR_FOR_STAFF = False


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def place(cast) -> str:
    return reverse("people:reach", args=[cast.record.public_id])


def as_it_stands(client: Client, cast) -> dict:
    """What the page sends when nothing on it is touched."""
    page = client.get(place(cast)).content.decode()
    return next(form for form in forms_on(page, place(cast)) if "called" in form.values).values


def send(cast, name: str, **chosen):
    client = signed_in(getattr(cast, name))
    answer = client.post(place(cast), as_it_stands(client, cast) | chosen)
    cast.record = Individual.objects.get(pk=cast.record.pk)
    return answer


def kept(cast) -> ContactWishes:
    return ContactWishes.objects.get(individual=cast.record)


@pytest.mark.shows("Q-17", "Q-62")
def test_texts_only_and_not_before_ten_is_two_choices_and_one_press(cast):
    assert send(cast, "greg", reached_by="text", when="10").status_code == 302
    assert (cast.record.reached_by, kept(cast).safe_channels) == ("text", ["text"])
    assert (kept(cast).safe_from, kept(cast).safe_until) == (time(10), None)
    assert "By text, not before 10am." in signed_in(cast.greg).get(place(cast)).content.decode()


def test_untouched_it_keeps_the_careful_usual_wishes(cast):
    usual = wishes.wishes_of(cast.record)
    assert not (usual.says_words or usual.may_leave_voicemail or usual.may_say_who_we_are)
    assert not (usual.links_in_texts or usual.wants_news or usual.may_write_there)
    assert (usual.safe_channels, usual.name) == (["email"], "Greg")
    assert not ContactWishes.objects.exists()
    send(cast, "greg")
    mine = kept(cast)
    assert not (mine.says_words or mine.may_leave_voicemail or mine.may_say_who_we_are or mine.links_in_texts)
    assert (mine.safe_channels, mine.safe_from, mine.safe_days) == (["email"], None, [])


@pytest.mark.shows("Q-62")
def test_the_worker_keeps_it_as_told_and_the_page_says_by_whom_and_when(cast):
    send(cast, "vish", reached_by="phone", phone="01632 960412", may=["may_leave_voicemail"])
    assert (kept(cast).told_to, kept(cast).asked_on) == (cast.vish, clock.today())
    assert kept(cast).review_on == clock.today().replace(year=clock.today().year + 1)
    page = signed_in(cast.greg).get(place(cast)).content.decode()
    assert "As told to Vish" in page and "Asked again in" in page
    send(cast, "greg")
    assert kept(cast).told_to is None
    assert "You wrote this" in signed_in(cast.greg).get(place(cast)).content.decode()


@pytest.mark.shows("Q-17", "Q-62")
def test_after_a_year_it_is_asked_about_calmly(cast):
    send(cast, "greg")
    assert "It is a year" not in signed_in(cast.vish).get(place(cast)).content.decode()
    with clock.at(clock.now() + timedelta(days=366)):
        assert wishes.is_time_to_ask_again(wishes.wishes_of(Individual.objects.get(pk=cast.record.pk)))
    ContactWishes.objects.update(review_on=clock.today())
    assert "It is a year since this was asked." in signed_in(cast.vish).get(place(cast)).content.decode()


def test_asked_on_a_leap_day_it_comes_up_the_day_before(cast):
    with clock.at(clock.now().replace(year=2028, month=2, day=29)):
        mine = actions.keep_wishes(individual=cast.record, by=cast.acts("vish", clock.now()))
    assert mine.review_on == date(2029, 2, 28)


def test_others_may_read_it_is_asked_once_and_never_stopped(cast):
    chosen = {"says": "words", "shared": ["phone"]}
    answer = send(cast, "greg", **chosen)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Others may read this. Keep it anyway?" in page
    assert not ContactWishes.objects.exists()
    assert send(cast, "greg", keep_anyway="yes", **chosen).status_code == 302
    assert kept(cast).others_may_read
    assert send(cast, "greg", **chosen).status_code == 302  # it was asked already


def test_times_of_their_own(cast):
    own = {"when": "own", "safe_from": "10.30am", "safe_until": "6pm", "safe_days": ["0", "4"]}
    assert send(cast, "greg", **own).status_code == 302
    assert (kept(cast).safe_from, kept(cast).safe_until, kept(cast).safe_days) == (time(10, 30), time(18), [0, 4])
    assert "between 10:30am and 6pm on Mondays and Fridays" in signed_in(cast.greg).get(place(cast)).content.decode()
    for wrong in ({"safe_from": "", "safe_until": ""}, {"safe_from": "7pm"}, {"safe_from": "noonish"}):
        answer = send(cast, "greg", **own | wrong)
        assert answer.status_code == 422
    assert 'value="noonish"' in answer.content.decode()
    assert kept(cast).safe_until == time(18)


@pytest.mark.parametrize(
    ("begins", "ends", "read"), [("2pm", "4.30", time(16, 30)), ("9", "5", time(17)), ("9am", "11", time(11))]
)
def test_a_last_hour_before_the_first_means_the_afternoon(cast, begins, ends, read):
    assert send(cast, "greg", when="own", safe_from=begins, safe_until=ends).status_code == 302
    assert kept(cast).safe_until == read


@pytest.mark.parametrize(("ends", "as_read"), [("1pm", "1pm"), ("4.30am", "4:30am"), ("1", "1am")])
def test_a_last_hour_that_cannot_be_meant_is_told_as_it_was_read_beside_its_box(cast, ends, as_read):
    answer = send(cast, "greg", when="own", safe_from="2pm", safe_until=ends)
    told = f"We read this as {as_read}, and it begins at 2pm."
    box = answer.content.decode().partition('id="id_safe_until_error"')[2]
    assert answer.status_code == 422 and told in box[:600]


def test_times_of_their_own_have_a_place_that_opens_when_they_are_chosen(cast):
    page = signed_in(cast.greg).get(place(cast)).content.decode()
    assert page.index('data-opened-by="when=own"') < page.index("Days and times") < page.index('name="safe_from"')


def test_on_their_own_page_it_is_told_to_them(cast):
    send(cast, "vish", phone="01632 960412")
    theirs = signed_in(cast.greg).get(place(cast)).content.decode()
    assert "Nobody leaves a voicemail. Whoever rings does not say where from." in theirs
    assert "Do not say where you ring from." not in theirs
    assert "No voicemail. Do not say where you ring from." in signed_in(cast.vish).get(place(cast)).content.decode()


def test_an_address_is_needed_to_write_there(cast):
    answer = send(cast, "greg", reached_by="letter", may_write_there="yes")
    assert answer.status_code == 422
    assert "To write there, we need the address." in answer.content.decode()
    send(cast, "greg", reached_by="letter", may_write_there="yes", post_to="12 Mill Street\nCalderford")
    assert kept(cast).post_address == "12 Mill Street\nCalderford"


def test_what_is_missing_is_said(cast):
    told = signed_in(cast.greg)
    answer = told.post(place(cast), as_it_stands(told, cast) | {"reached_by": "letter"}, follow=True)
    assert "There is nowhere to write to yet, so nothing is sent." in answer.content.decode()


def test_a_code_to_get_in_is_asked_about_once_and_told_of_in_the_trail(cast):
    answer = send(cast, "vish", easier="Use the key safe 4821")
    assert answer.status_code == 422
    assert "This looks like a code to get in." in answer.content.decode()
    assert send(cast, "vish", easier="Use the key safe 4821", easier_keep_code="yes").status_code == 302
    assert kept(cast).easier == "Use the key safe 4821"
    lines = TrailEntry.objects.filter(chain=cast.record.public_id, is_reading=False).values_list("what", flat=True)
    assert list(lines)[-2:] == ["entry code kept anyway", "contact wishes kept"]
    assert send(cast, "vish").status_code == 302  # what was kept is not asked about again


def test_the_way_they_like_is_one_of_the_safe_ones(cast):
    actions.keep_wishes(individual=cast.record, channels=["email", "phone"], by=cast.acts("vish"))
    with pytest.raises(Refused, match="Text message is not one of the safe ways."):
        actions.change_reach(individual=cast.record, called="Greg", reached_by="text", by=cast.acts("vish"))
    with pytest.raises(Refused, match="Email is not one of the safe ways."):
        actions.keep_wishes(individual=cast.record, channels=["phone"], by=cast.acts("vish"))
    with pytest.raises(Refused, match="Please choose from the ways"):
        actions.keep_wishes(individual=cast.record, channels=["email", "pigeon"], by=cast.acts("vish"))
    assert kept(cast).channels == ["email", "phone"]


def test_what_is_left_out_stays(cast):
    actions.keep_wishes(individual=cast.record, print_size="largest", easy_words=True, by=cast.acts("greg"))
    actions.keep_wishes(individual=cast.record, letter_name=" G ", by=cast.acts("greg"))
    assert (kept(cast).print_size, kept(cast).easy_words, kept(cast).letter_name) == ("largest", True, "G")


def test_only_the_two_and_the_manager_keep_it(cast):
    for name in ("priya", "deb", "tom", "ines", "alex"):
        assert signed_in(getattr(cast, name)).get(place(cast)).status_code == 404
        with pytest.raises(NotPermitted):
            actions.keep_wishes(individual=cast.record, says_words=True, by=cast.acts(name))
    actions.keep_wishes(individual=cast.record, by=cast.acts("morgan"))


@pytest.mark.shows("Q-17", "Q-63")
def test_whoever_opens_the_notebook_reads_it_first(cast):
    send(cast, "vish", phone="01632 960412", easier="Ring twice.", shared=["phone"])
    page = signed_in(cast.vish).get(reverse("home:person", args=[cast.record.public_id])).content.decode()
    assert "By email. No voicemail. Do not say where you ring from. Somebody else may see the phone." in page
    assert "Ring twice." in page


def test_an_invitation_never_goes_by_a_way_that_is_not_safe(cast):
    sam = actions.open_notebook(team=cast.team, called="Sam", reached_by="phone", by=cast.acts("vish")).individual
    by = cast.acts("vish", clock.now())
    actions.keep_wishes(individual=sam, channels=["phone"], by=by)
    with pytest.raises(Refused, match="They said that this way is not safe."):
        actions.invite_individual(individual=sam, email="sam@calderford.example", channel="email", by=by)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        ([0, 1, 2, 3, 4, 5, 6], ""),
        ([4, 0], "on Mondays and Fridays"),
        ([0, 1, 2, 3, 4], "from Monday to Friday"),
        ([5, 6], "at weekends"),
    ],
)
def test_days_are_said_as_people_say_them(days, words):
    assert wishes.days_words(days) == words
