"""One autumn, played whole: a class missed twice, a pause, a new start, the clocks going back, and a run."""

from datetime import date, time
from email.message import EmailMessage
from email.utils import format_datetime

import pytest
from django.utils import timezone

from kith.access.models import TrailEntry
from kith.goals.models import CheckIn, Result
from kith.messaging import queries
from kith.messaging.models import Arrival, Message
from kith.outbox.models import Letter
from tests.messaging.mailbox import put_into

from .conftest import BEGINS, NEXT_MEETING, RUN_ON, Person, here, link_in, looked_at, to

HIM, HER = "tomos@calderford.example", "anwen@calderford.example"
WROTE = "Did it!! 27:40. Dawn waited for me at the end."
QUOTED = "> Hello Tomos,\n>\n> Not this time. It was 31:15, and I did not go.\n"


def from_a_phone(asked, now) -> bytes:
    """What his phone makes of “Reply”: his words, its signature, then all that was answered."""
    answer = EmailMessage()
    answer["From"], answer["To"], answer["Subject"] = f"Tomos <{HIM}>", asked["Reply-To"], f"Re: {asked['Subject']}"
    answer["Date"], answer["In-Reply-To"] = format_datetime(now), asked["Message-ID"]
    answer["Message-ID"] = "<a1@phone.example>"
    wrote = "> On 5 Nov 2027, at 10:00, Kith <x@goodcompany.example> wrote:"
    answer.set_content(f"{WROTE}\n\nSent from my iPhone\n\n{wrote}\n> \n{QUOTED}")
    return answer.as_bytes()


def asked_at(letters) -> list[str]:
    """Where and when each was sent, by the clock on the wall there."""
    return [f"{timezone.localtime(each.sent_at):%d %b %H}" for each in letters]


@pytest.mark.shows("S20", "S46", "S52", "S86", "S96", "S100", "S101")
def test_the_months_between_two_meetings(autumn):
    months, mail, tomos, anwen = autumn.months, autumn.mail, autumn.tomos, autumn.anwen
    place = f"/people/{autumn.cast.individual.public_id}"
    of_boxing, of_run = (f"{place}/goals/{goal.public_id}/" for goal in (autumn.boxing, autumn.run))
    chooses_how_he_is_reminded(tomos, place, of_boxing)
    misses_two_weeks(months, mail)
    pauses_and_starts_again(months, mail, tomos, of_boxing)
    the_clocks_go_back(months, mail)
    is_reminded_and_runs(months, mail, autumn.mailbox)
    gets_one_line_at_once(months, mail)
    words = anwen_reads_on_monday(months, mail, anwen, place, of_run)
    anwen_keeps_and_answers(anwen, place, words)
    tomos_has_it(months, mail, tomos, place)
    the_brief_opens_with_it(months, mail, anwen, place)
    looked_at(mail)
    nothing_went_twice(mail)


def chooses_how_he_is_reminded(tomos, place, of_boxing) -> None:
    kept = tomos.presses(f"{of_boxing}ask-me/", weekdays=["3"], when="usual", channel="email")
    assert "Kept. It can be changed" in kept
    tomos.presses(f"{place}/reminders/", target=["target_day"], meeting=["meeting_day"], after=["after_target"])


def misses_two_weeks(months, mail) -> None:
    """A scanner opens the link before him; he presses once, each time."""
    for week, day in enumerate((date(2027, 9, 3), date(2027, 9, 10)), start=1):
        months.until(here(day, time(12)))
        mails = to(mail, HIM)
        assert len(mails) == week
        link, before = link_in(mails[-1]), TrailEntry.objects.count()
        scanner, him = Person(), Person()
        assert scanner.client.head(link).status_code == scanner.client.get(link).status_code == 200
        assert (CheckIn.objects.count(), TrailEntry.objects.count()) == (week - 1, before)
        page = him.presses(link, went="no")
        assert "You said: Not this time." in page
        assert ("Would something else suit better?" in page) == (week == 2)
    assert not CheckIn.objects.filter(went=True).exists()


def pauses_and_starts_again(months, mail, tomos, of_boxing) -> None:
    """Nothing is asked of the weeks in between; a month later he goes again."""
    page = Person().presses(link_in(to(mail, HIM)[-1]), do="pause")
    assert "It is paused." in page
    months.until(here(date(2027, 10, 5), time(12)))
    assert len(to(mail, HIM)) == 2
    tomos.presses(f"{of_boxing}start-again/")
    months.until(here(date(2027, 10, 8), time(12)))
    assert len(to(mail, HIM)) == 3
    assert "You said: I went." in Person().presses(link_in(to(mail, HIM)[-1]), went="yes")
    assert CheckIn.objects.get(went=True).on == date(2027, 10, 7)


def the_clocks_go_back(months, mail) -> None:
    """On the last Sunday of October. He is asked at ten before and after, and once."""
    for day in (date(2027, 10, 15), date(2027, 10, 22), date(2027, 10, 29)):
        months.until(here(day, time(12)))
        Person().presses(link_in(to(mail, HIM)[-1]), went="yes")
    for hour in range(5):
        months.until(here(date(2027, 10, 31), time(hour, 30)))
    months.until(here(date(2027, 11, 5), time(12)))
    questions = Letter.objects.filter(kind="to individual: did you go").order_by("pk")
    days = ["03 Sep", "10 Sep", "08 Oct", "15 Oct", "22 Oct", "29 Oct", "05 Nov"]
    assert asked_at(questions) == [f"{day} 10" for day in days]
    assert [each.sent_at.hour for each in questions][-2:] == [9, 10]  # in UTC


def is_reminded_and_runs(months, mail, mailbox) -> None:
    """The day before he has two emails: the question, and that it is tomorrow. At night he answers the second."""
    reminder = Letter.objects.get(kind="to individual: target reminder")
    assert asked_at([reminder]) == ["05 Nov 10"]
    months.until(here(RUN_ON, time(21, 30)))
    [asked] = [each for each in to(mail, HIM) if each["Message-ID"] == reminder.message_id]
    put_into(mailbox, from_a_phone(asked, months.now))


def gets_one_line_at_once(months, mail) -> None:
    before = len(mail.given)
    months.minute()
    [(recipients, line)] = mail.given[before:]
    assert recipients == [HIM]
    assert "Your message has arrived. Anwen reads" in line.get_content()
    assert "27:40" not in line.get_content()
    assert Arrival.objects.get().raw is None


def anwen_reads_on_monday(months, mail, anwen, place, of_run) -> Message:
    """Her notice comes in her hours and names nobody. On Sunday he is not asked how it went: he told it."""
    assert to(mail, HER) == []
    months.until(here(date(2027, 11, 8), time(9, 45)))
    [notice] = to(mail, HER)
    assert "Somebody has written to you." in notice.get_content()
    assert "Tomos" not in str(notice)
    assert not Letter.objects.filter(kind="to individual: how did it go").exists()
    assert WROTE in anwen.reads(of_run)
    message = Message.objects.get(said_by="individual")
    assert message.words == WROTE
    for page in (anwen.reads("/"), anwen.reads(f"{place}/messages/")):
        assert WROTE in page and "Keep 27:40?" in page
        assert "31:15" not in page and "iPhone" not in page
    return message


def anwen_keeps_and_answers(anwen, place, message) -> None:
    """Nothing was kept by itself; one press keeps it, and one answers in words she wrote herself."""
    here_it_is = f"{place}/messages/{message.public_id}/"
    assert not Result.objects.exists()
    for _ in range(2):
        anwen.presses(f"{here_it_is}result/", keep="yes")
    result = Result.objects.get()
    assert (result.value_words, result.on) == ("27:40", RUN_ON)
    anwen.presses("/messages/answers/", phrase="That made my Monday. Well done you.")
    assert "That made my Monday." in anwen.reads("/")
    phrase = queries.phrases_of(message.owner)[0].public_id
    for _ in range(2):
        anwen.presses(f"{here_it_is}answer/", phrase=phrase)


def tomos_has_it(months, mail, tomos, place) -> None:
    before = len(to(mail, HIM))
    months.minute()
    [told] = to(mail, HIM)[before:]
    assert "made my Monday" not in told.get_content()  # he did not choose that words go along
    assert "That made my Monday. Well done you." in tomos.reads(f"{place}/messages/")


def the_brief_opens_with_it(months, mail, anwen, place) -> None:
    """Two days before they meet she is told that it is ready, and it begins in his words."""
    months.until(here(NEXT_MEETING, time(13)))
    briefs = Letter.objects.filter(kind="to worker: brief")
    assert [each.state for each in briefs] == ["sent"]
    opens = anwen.reads(f"{place}/brief/").partition("Start with")[2]
    assert WROTE in opens[:600]


def nothing_went_twice(mail) -> None:
    """Every letter left, once, and says so."""
    assert {each.state for each in Letter.objects.all()} == {"sent"}
    assert Letter.objects.filter(sent_at__date__lt=BEGINS).count() == 0
    named = [message["Message-ID"] for message in mail.messages]
    assert len(named) == len(set(named)) == Letter.objects.count()
