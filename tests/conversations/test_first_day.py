"""A useful first day: a pasted list is read, looked at, and opened in one press. Nobody is written to."""

from datetime import date, time

import pytest
from django.urls import reverse

from kith.access.models import TrailEntry
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.conversations import actions
from kith.conversations.actions.bringing_in import NewPerson
from kith.conversations.first_day import read_paste
from kith.conversations.models import BroughtIn, Meeting
from kith.conversations.queries.brought_in import brought_in_by
from kith.outbox.models import Letter
from kith.people.models import Individual
from tests.conversations.test_before import page, signed_in
from tests.conversations.test_pages import one_factor  # noqa: F401 - a fixture for all

TODAY = date(2026, 11, 23)
LIST = "Amira K, 12 March 10am, Community Centre\nBen – in 3 months\nChloe 3/2/27 2:30pm\nDev, spring\nEllis"


def read(line: str):
    return read_paste(line, today=TODAY)[0]


@pytest.mark.parametrize(
    ("line", "name", "understood"),
    [
        ("Amira K, 12 March 10am, Community Centre", "Amira K", "Friday 12 March 2027, 10am · Community Centre"),
        ("Ben – in 3 months", "Ben", "In about 3 months"),
        ("Chloe 3/2/27 2:30pm", "Chloe", "Wednesday 3 February 2027, 2:30pm"),
        ("Dev, spring", "Dev", "In the spring"),
        ("Ellis", "Ellis", "No meeting yet"),
        ("Fay\t24/11/2026\t14:00:00\tThe Café", "Fay", "Tuesday 24 November, 2pm · The Café"),
        ("Gus, 2026-12-01 14:00", "Gus", "Tuesday 1 December, 2pm"),
        ("Jo, Tuesday, 24 November, 2pm, Library", "Jo", "Tuesday 24 November, 2pm · Library"),
        ("Lou; next month; 14 High Street", "Lou", "In about a month · 14 High Street"),
        ("Mia, March", "Mia", "In March 2027"),
        ("Nor, in 6 weeks", "Nor", "In about 6 weeks"),
        ("Amira May", "Amira May", "No meeting yet"),
        ("Sue Smith 4 Dec", "Sue Smith", "Friday 4 December"),
        ("Anne-Marie O’Neil - 4th December 2026 at 9.30am", "Anne-Marie O’Neil", "Friday 4 December, 9:30am"),
        ("- Bo, spring", "Bo", "In the spring"),
        ("2) Cy – in 3 months", "Cy", "In about 3 months"),
        ("Tam, 29 Feb 2028", "Tam", "Tuesday 29 February 2028"),
    ],
)
def test_lists_are_read_as_people_keep_them(line, name, understood):
    found = read(line)
    assert (found.name, found.understood(TODAY), found.is_sure) == (name, understood, True)


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("Gwen, 31 Feb", "There is no 31 Feb in the calendar."),
        ("Hal, 12 August 2026", "Wednesday 12 August 2026 has gone. When do you meet next?"),
        ("Lou, 28 March 2027 1:30am", "The clocks go forward that night, and this time does not happen."),
        ("12 March, Quinn", "This begins with a day. Begin with the name."),
        (", 12 March", "Begin the line with a name."),
    ],
)
def test_what_cannot_be_is_said_in_words_and_opens_nothing(line, trouble):
    found = read(line)
    assert (found.trouble, found.opens) == (trouble, False)


@pytest.mark.parametrize(
    ("line", "unsure"),
    [
        ("Ivy, 12 August", "We took the next one, in 2027."),
        ("Jo, Monday 24 November 2026", "24 November 2026 is a Tuesday."),
        ("Nia, 31 October 2027 1:30am", "The clocks go back that night, and this time comes twice. We took the first."),
        ("Vi on 4 March at 2", "We took 2pm."),
        ("Una, next Tuesday", "We took Tuesday 24 November."),
        ("Xena, in the new year", "Is this a day? We read it as the place."),
        ("3 December 2026 10am Pat", "Is this a name? There are figures in it."),
        ("Pat, 07700 900123", "A number or an email address is not kept from here."),
    ],
)
def test_what_is_not_sure_says_why_and_still_opens(line, unsure):
    found = read(line)
    assert (found.unsure, found.is_sure, found.opens) == ([unsure], False, True)


@pytest.mark.parametrize("filling", [" ", "1 ", "at 1 ", "mon "])
def test_a_line_as_long_as_a_page_keeps_nobody_waiting(filling):
    (line,) = read_paste("Amira " + filling * (19_000 // len(filling)) + "b", today=TODAY)
    assert (line.opens, line.trouble) == (False, "This line is long. A name, a day and a place are enough.")


def test_headings_and_empty_lines_are_passed_over_and_the_same_name_is_pointed_out():
    lines = read_paste("Name\tNext\n\nAmira\nBen\namira \n", today=TODAY, known=["BEN"])
    assert [(line.name, line.opens) for line in lines] == [("Amira", True), ("Ben", False), ("amira", False)]
    assert "stands here twice" in lines[2].unsure[0]
    assert "You have a notebook with this name" in lines[1].unsure[0]


def paste_page(cast, name: str = "paste") -> str:
    return reverse(f"first_day:{name}", args=[cast.team.public_id])


def look(cast, paste: str):
    return signed_in(cast.worker).post(paste_page(cast), {"paste": paste})


def as_shown(shown, do: str = "open") -> dict:
    lines = {f"line_{line.number}": line.typed for line, _ in shown.context["lines"]}
    return lines | {"shown": shown.context["shown"], "do": do}


def press(cast, sent: dict):
    return signed_in(cast.worker).post(paste_page(cast, "open_all"), sent)


def theirs() -> list[str]:
    return sorted(Individual.objects.exclude(called="Tomos").values_list("called", flat=True))


def test_five_lines_are_looked_at_and_opened_in_one_press_with_nobody_written_to(cast):
    shown = look(cast, LIST)
    assert theirs() == []
    assert "Open 5 notebooks" in shown.content.decode()
    done = press(cast, as_shown(shown))
    assert done["Location"] == reverse("home:people")
    assert theirs() == ["Amira K", "Ben", "Chloe", "Dev", "Ellis"]
    meeting = Meeting.objects.get(individual__called="Chloe")
    assert (meeting.day, meeting.at_time) == (date(2027, 2, 3), time(14, 30))
    assert Meeting.objects.get(individual__called="Amira K").place == "Community Centre"
    assert Meeting.objects.count() == 4
    assert not Letter.objects.exists()
    assert set(Individual.objects.exclude(called="Tomos").values_list("reached_by", flat=True)) == {"in person"}
    assert TrailEntry.objects.filter(what="people brought in").count() == 1


def test_pasting_and_pressing_twice_opens_nothing_twice(cast):
    shown = look(cast, LIST)
    press(cast, as_shown(shown))
    press(cast, as_shown(shown))
    again = look(cast, LIST)
    assert "You have a notebook with this name. It is left out." in again.content.decode()
    assert "Open " not in again.content.decode().partition("<form")[2].replace("Open again", "")
    actions.bring_in(team=cast.team, found=[NewPerson("Ben"), NewPerson("ben ")], by=cast.as_worker)
    assert theirs() == ["Amira K", "Ben", "Chloe", "Dev", "Ellis"]


def test_a_line_is_put_right_and_shown_again_before_it_opens(cast):
    sent = as_shown(look(cast, "Gwen, 31 Feb\nBen"))
    stopped = press(cast, sent)
    assert stopped.status_code == 422
    assert "Put these lines right, or leave them out." in stopped.content.decode()
    again = press(cast, sent | {"line_1": "Gwen, 28 Feb"})
    assert theirs() == []  # what opens is what was looked at
    press(cast, as_shown(again))
    assert theirs() == ["Ben", "Gwen"]
    assert Meeting.objects.get().day == date(2027, 2, 28)


def test_a_line_is_left_out(cast):
    sent = as_shown(look(cast, "Gwen, 31 Feb\nBen")) | {"leave_1": "yes"}
    press(cast, sent)
    assert theirs() == ["Ben"]


def test_an_emptied_line_does_not_move_what_is_left_out(cast):
    sent = as_shown(look(cast, "Amira\nBen\nChloe"), do="look") | {"line_1": "", "leave_2": "yes"}
    again = press(cast, sent)
    press(cast, as_shown(again) | {"leave_2": "yes"})
    assert theirs() == ["Chloe"]


@pytest.mark.parametrize(
    ("paste", "words"),
    [
        ("", "Paste at least one name."),
        ("Ann\n" * 301, "This is 301 lines, and 300 fit here."),
        ("a" * 20_001, "20,001 letters, and 20,000 fit here"),
    ],
)
def test_too_much_or_nothing_says_so_and_keeps_what_was_pasted(cast, paste, words):
    shown = look(cast, paste)
    assert shown.status_code == 422
    assert words in shown.content.decode()
    assert paste[:50].strip() in shown.content.decode()


def test_three_hundred_lines_are_opened_in_one_press(cast):
    shown = look(cast, "\n".join(f"Person {'abcdefghijklmnopqrst'[n % 20]}{n // 20}x" for n in range(300)))
    assert shown.context["opens"] == 300
    assert press(cast, as_shown(shown)).status_code == 302
    assert len(theirs()) == 300


def test_all_of_them_open_or_none(cast):
    found = [NewPerson("Ben"), NewPerson("  ")]
    with pytest.raises(Refused):
        actions.bring_in(team=cast.team, found=found, by=cast.as_worker)
    assert theirs() == []


def test_only_somebody_of_the_team_brings_people_in(cast):
    with pytest.raises(NotPermitted):
        actions.bring_in(team=cast.team, found=[NewPerson("Ben")], by=cast.as_stranger)
    for user in (cast.user, cast.stranger):
        assert signed_in(user).get(paste_page(cast)).status_code == 404
        assert signed_in(user).get(reverse("first_day:begin")).status_code == 404
    assert signed_in(cast.worker).get(reverse("first_day:begin"))["Location"] == paste_page(cast)


def test_old_notes_are_for_whoever_brought_them_and_say_so(cast):
    client = signed_in(cast.worker)
    opened = client.get(page(cast, "old_notes")).content.decode()
    assert "Tomos does not see this here. Tomos can ask for a copy." in opened
    for _ in range(2):
        client.post(page(cast, "old_notes"), {"notes": "Ran for the county once."})
    brought = brought_in_by(cast.individual, cast.worker.pk).get()
    assert brought.words == "Ran for the county once."
    assert not brought_in_by(cast.individual, cast.manager.pk).exists()
    assert signed_in(cast.user).get(page(cast, "old_notes")).status_code == 404
    client.post(page(cast, "put_away_notes", brought=brought.public_id))
    assert not brought_in_by(cast.individual, cast.worker.pk).exists()
    assert BroughtIn.objects.count() == 1  # kept: a copy can be asked for
    assert client.post(page(cast, "old_notes"), {"notes": ""}).status_code == 422
