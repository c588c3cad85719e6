"""What was paid for and what was not, over time, and support that began or ended: on their own page alone."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kith.about_me import actions as about_me
from kith.about_me.models import Doing
from kith.access import clock
from kith.access.actor import Actor
from kith.budget import actions as budget
from kith.budget.models import SupportChange
from kith.budget.terms import Terms
from kith.home import queries
from kith.home.queries.over_time import year_in
from kith.home.queries.totals import told
from kith.home.spans import MOST, RIGHT, Span, drawing_of
from kith.people import actions as people

WROTE = {"decided_by": "The council", "written_by": "J. Marsh", "words": "As agreed."}
CAROL = {"who": "Carol, care co-ordinator", "kind": "ended", "on": "1 June 2026"}


def decided(cast, starts: date, pays_for: str) -> None:
    days = {"written_on": starts, "told_on": starts, "starts_on": starts}
    terms = Terms(total=9_900, own_part=0, their_part=9_900, period="week", pays_for=pays_for, **WROTE, **days)
    budget.record(individual=cast.individual, terms=terms, by=cast.as_worker)


def page_of(cast, user, signed_in):
    answer = signed_in(user).get(reverse("home:over_time", args=[cast.individual.public_id]))
    return answer, " ".join(answer.content.decode().split())


@pytest.mark.shows("S23", "S56")
def test_paid_and_unpaid_stand_beside_each_other_drawn_and_as_a_list(cast, signed_in):
    decided(cast, date(2024, 3, 1), "The day centre\nA taxi")
    decided(cast, date(2025, 6, 1), "A taxi")
    doing = {"where": "ordinary", "since_words": "May 2025", "how_often": "Fridays"}
    about_me.add_doing(individual=cast.individual, words="The library", by=cast.as_individual, **doing)
    for user in (cast.user, cast.worker):
        answer, page = page_of(cast, user, signed_in)
        assert [row[0] for row in answer.context["rows"]] == ["A taxi", "The day centre", "The library"]
        for words in (
            "since March 2024, until June 2025",
            "since March 2024",
            "Fridays, since May 2025",
            "Paid for by the Personal Budget",
            "A place for everybody",
            "<svg",
        ):
            assert words in page
        assert "£" not in page
        assert "9900" not in page


def test_whoever_reads_no_money_sees_no_sign_of_it(cast, signed_in):
    decided(cast, date(2024, 3, 1), "The day centre")
    assert page_of(cast, cast.stranger, signed_in)[0].status_code == 404


@pytest.mark.shows("S63")
def test_a_change_of_support_is_noted_with_its_day(cast, signed_in):
    client, address = signed_in(cast.user), reverse("home:note_support", args=[cast.individual.public_id])
    sent = client.post(address, CAROL | {"kind": "", "then_words": "Anwen comes by"})
    assert sent.status_code == 422
    assert "Anwen comes by" in sent.content.decode()
    tomorrow = f"{clock.today() + timedelta(days=1):%Y-%m-%d}"
    assert "still to come" in client.post(address, CAROL | {"on": tomorrow}).content.decode()
    client.post(address, CAROL)
    client.post(address, CAROL)
    assert (SupportChange.objects.get().on, SupportChange.objects.get().typed_by_individual) == (date(2026, 6, 1), True)
    _, page = page_of(cast, cast.worker, signed_in)
    assert "Carol, care co-ordinator" in page
    assert "1 June 2026, Tomos" in page


def test_an_empty_page_says_where_to_write(cast, signed_in):
    _, page = page_of(cast, cast.user, signed_in)
    assert "Nothing is written down yet." in page
    assert "<svg viewBox" not in page.split('id="main"')[1].split("Nothing is written")[0]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2019", date(2019, 1, 1)),
        ("since March 2020", date(2020, 3, 1)),
        ("last spring", None),
        ("2099", None),
        ("room 12019", None),
        ("", None),
    ],
)
def test_a_year_is_read_where_one_was_said(words, day):
    assert year_in(words) == day


def test_bars_stay_inside_and_the_oldest_is_on_top():
    today = date(2026, 9, 11)
    spans = [Span(f"Thing {n}", "service", date(2010 + n, 1, 1), None, "") for n in range(14)]
    spans.append(Span("Just now", "ordinary", today, None, ""))
    drawing = drawing_of(spans, today)
    assert len(drawing.bars) == MOST
    assert all(bar.x >= 0 and bar.x + bar.width <= RIGHT + 0.2 for bar in drawing.bars)
    assert [bar.span.since for bar in drawing.bars] == sorted(bar.span.since for bar in drawing.bars)
    assert drawing_of([], today) is None
    assert drawing_of([Span("One", "paid", today, today, "")], today).bars[0].width > 0


def test_a_page_asks_the_same_however_much_there_is(cast, signed_in, django_assert_max_num_queries):
    for number in range(12):
        about_me.add_doing(individual=cast.individual, words=f"P{number}", where="service", by=cast.as_worker)
        change = {"who": f"W{number}", "kind": "began", "on": date(2026, 1, 1)}
        budget.note_support(individual=cast.individual, by=cast.as_worker, **change)
    client = signed_in(cast.worker)
    with django_assert_max_num_queries(25):
        client.get(reverse("home:over_time", args=[cast.individual.public_id]))


def _told_of_places(cast, before: date) -> str:
    return queries.totals_of(cast.team, before)[1].told


def test_totals_hide_numbers_under_ten_and_name_nobody(cast, signed_in):
    few = "fewer than 10"
    assert [told(number) for number in (0, 9, 10, 12, 13, 41)] == [
        few,
        few,
        "about 10",
        "about 10",
        "about 15",
        "about 40",
    ]
    last_month, this_month = date(2026, 8, 31), date(2026, 9, 1)
    about_me.add_doing(individual=cast.individual, words="The library", where="ordinary", by=cast.as_worker)
    for number in range(9):
        with_one = people.open_partnership(
            worker=cast.worker, team=cast.team, called=f"Person {number}", by=Actor.command_line()
        )
        doing = {"words": "The library", "where": "ordinary", "by": cast.as_worker}
        about_me.add_doing(individual=with_one.individual, **doing)
    Doing.objects.update(said_on=last_month)
    assert _told_of_places(cast, this_month) == "about 10"
    Doing.objects.filter(individual=cast.individual).update(
        said_on=this_month
    )  # who comes now is not noticed this month
    assert _told_of_places(cast, this_month) == "fewer than 10"
    assert _told_of_places(cast, date(2026, 10, 1)) == "about 10"
    decided(cast, date(2024, 3, 1), "The day centre")
    address = reverse("home:totals", args=[cast.team.public_id])
    page = signed_in(cast.manager).get(address).content.decode()
    assert "Tomos" not in page
    assert "fewer than 10" in page
    assert signed_in(cast.worker).get(address).status_code == 404
