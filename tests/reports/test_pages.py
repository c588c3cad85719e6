"""The pages of reports: who opens them, what they say, and that everything they offer together isolates nobody."""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from kith.access import clock
from kith.access.models import TrailEntry
from kith.people import actions as people
from kith.people.models import Relation, User
from kith.reports import actions
from kith.reports.figures import OF_SAFETY
from kith.reports.models import Kept
from kith.reports.safe import FEW, NOT_TOLD

from .conftest import NOW, OFFICE, SYSTEM, hindered, introduce, knows, meet, some_people

ALL = "/reports/"
QUARTERS = [date(2026, month, 12) for month in (5, 8, 11)] + [date(2027, 2, 12)]


def of(team) -> str:
    return f"/teams/{team.public_id}/reports/"


def page(client, place: str) -> str:
    return client.get(place).content.decode()


@pytest.fixture
def told(valley, manager):
    """A report with numbers in it."""
    for number, each in enumerate(some_people(valley, 24)):
        introduce(each, "went", "belongs" if number < 9 else "went again")
        meet(each, agreed_after=number % 12)
        knows(each, is_paid=number % 3 == 0)
        knows(each, is_paid=False)
        hindered(each, "transport")
    actions.prepare_what_is_due(by=SYSTEM)


def test_the_page_tells_totals_and_how_they_came_about(client, told, valley, manager):
    client.force_login(manager)
    shown = page(client, of(valley))
    assert "July to September 2026. Totals alone: nobody is named." in shown
    assert "Prepared on 20 October 2026, and kept as it is." in shown
    assert "What is written later about that time is in no report." in shown
    assert (
        "Introductions: Introductions made, 25, Went for the first time, 25, Went again, 15, Belongs there, " in shown
    )
    assert FEW in shown
    assert "Getting there" in shown
    assert "Within a week" in shown
    assert "Person 3" not in shown
    assert "£" not in shown


def test_a_share_is_shown_only_where_both_its_numbers_are(client, told, valley, manager):
    client.force_login(manager)
    assert "There are too few to tell a share." in page(client, of(valley))  # eight are paid
    for each in some_people(valley, 12):
        introduce(each, on=date(2026, 11, 3))
        knows(each, is_paid=True)
    with clock.at(NOW + timedelta(days=92)):
        actions.prepare_what_is_due(by=SYSTEM)
        client.force_login(manager)
        shown = page(client, of(valley))
    assert "about 67 are there without being paid" in shown  # 40 of 60


def test_before_the_first_quarter_the_page_says_so_and_nothing_can_be_taken_along(client, valley, manager):
    client.force_login(manager)
    for place in (of(valley), ALL):
        assert "Nothing yet. The first report is prepared by itself, two weeks after a quarter ends." in page(
            client, place
        )
        for file in ("report.csv", "report.pdf"):
            answer = client.get(place + file, follow=True)
            assert answer.redirect_chain[0][0] == place
            assert "There is no report yet." in answer.content.decode()


def test_a_team_of_few_people_is_told_so_kindly(client, valley, manager):
    for each in some_people(valley, 3):
        meet(each)
    actions.prepare_what_is_due(by=SYSTEM)
    client.force_login(manager)
    assert "Each number would be about fewer than ten people, so none is told." in page(client, of(valley))


def test_whoever_works_in_the_team_reads_its_report_and_a_manager_that_of_all(client, told, valley, manager):
    member = people.add_account(email="anwen@calderford.example", name="Anwen Hollis", by=OFFICE)
    people.join_team(user=member, team=valley, by=OFFICE)
    lead = User.objects.create(email="ines@calderford.example", name="Ines", is_rights_lead=True)
    stranger = people.add_account(email="noor@calderford.example", name="Noor Field", by=OFFICE)
    partner = Relation.objects.filter(kind="partnership").first().user
    who = ((manager, 200, 200), (member, 200, 404), (lead, 404, 200), (stranger, 404, 404), (partner, 404, 404))
    for user, of_team, of_all in who:
        client.force_login(user)
        for file in ("", "report.csv", "report.pdf"):
            assert client.get(of(valley) + file).status_code == of_team, (user.name, file)
            assert client.get(ALL + file).status_code == of_all, (user.name, file)


def test_the_trail_says_who_took_which_report_along(client, told, valley, manager):
    client.force_login(manager)
    client.get(f"{of(valley)}report.csv?of=2026-07")
    client.get(f"{ALL}report.pdf")
    table = TrailEntry.objects.get(what="report saved as a table")
    assert (table.who, table.about, table.detail) == (manager.public_id, f"team {valley.public_id}", "2026-07")
    assert TrailEntry.objects.get(what="report printed").about == "all teams"


@pytest.mark.parametrize("asked", ["2026-04", "year-2026", "2026-08", "x", "'; --", "\x00", "2026-07&team=2"])
def test_of_a_time_without_a_report_there_is_no_page_and_no_file(client, told, valley, manager, asked):
    client.force_login(manager)
    expected = 200 if asked.startswith("2026-07&") else 404  # there is no other filter
    for file in ("", "report.csv", "report.pdf"):
        assert client.get(f"{of(valley)}{file}?of={asked}").status_code == expected


def test_the_table_holds_what_the_page_does_and_a_teams_name_runs_nothing(client, told, valley, manager):
    valley.name = "=HYPERLINK(1)"
    valley.save()
    client.force_login(manager)
    answer = client.get(f"{of(valley)}report.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="report-2026-07.csv"'
    rows = [row for row in csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))) if row]
    assert rows[0] == ["Report of", "'=HYPERLINK(1)"]
    lines = {row[0]: row[1] for row in rows}
    shown = page(client, of(valley))
    assert (lines["Went again"], lines["Belongs there"]) == ("15", FEW)
    assert lines["Liked, with nothing near"] == "Nothing that ten people or more like"
    assert all(cell.replace("'", "") in shown for row in rows[5:] for cell in row[:2])


def test_what_was_not_counted_in_a_quarter_says_so(client, told, valley, manager):
    kept = Kept.objects.get(team=valley)
    spring = {key: each for key, each in kept.told.items() if key != "interests"}
    Kept.objects.create(team=valley, begins_on=date(2026, 4, 1), told=spring, made_at=NOW)
    client.force_login(manager)
    spring, summer = (page(client, f"{of(valley)}?of={quarter}") for quarter in ("2026-04", "2026-07"))
    assert "Not counted then." in spring and "Nothing that ten people or more like." not in spring
    assert "Not counted then." not in summer and "Nothing that ten people or more like." in summer
    table = client.get(f"{of(valley)}report.csv?of=2026-04").content.decode()
    assert '"Liked, with nothing near","not counted then",' in table


def test_the_sheet_is_one_page_of_a_quarter_and_of_a_year(client, told, valley, manager):
    from kith.reports import paper, queries

    (period,) = queries.periods_for(valley)
    assert len(paper.document(queries.report_of(valley, period)).pages) == 1
    told = Kept.objects.get(team=valley).told | dict.fromkeys(("again", "meetings", "unpaid"), FEW)
    safety = {each.key: "February: 15; " * 3 for each in OF_SAFETY}
    for begins in (date(2025, 4, 1), date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1)):
        Kept.objects.create(team=valley, begins_on=begins, told=told, made_at=NOW)
        Kept.objects.create(begins_on=begins, told=told | safety, made_at=NOW)
    year, last = (queries.chosen_period(queries.periods_for(valley), each) for each in ("year-2025", "2026-01"))
    for team, time in ((valley, year), (None, year), (None, last)):
        assert len(paper.document(queries.report_of(team, time)).pages) == 1, (team, time)
    client.force_login(manager)
    answer = client.get(f"{of(valley)}report.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    in_parts = '<th scope="row">Worries, by month</th>'
    of_year, of_quarter = (client.get(f"/reports/?of={each}").content.decode() for each in ("year-2025", "2026-01"))
    assert in_parts in of_quarter and "February: 15<br>February: 15" in of_quarter
    assert in_parts not in of_year and '<th scope="row">Worries about safety</th>' in of_year


def test_a_report_is_reached_from_how_we_work(client, told, valley, manager):
    client.force_login(manager)
    assert of(valley) in page(client, f"/teams/{valley.public_id}/how-we-work/")
    home = page(client, "/")
    assert of(valley) in home
    assert f'"{ALL}"' in home


def everything_offered(client, teams) -> dict[tuple, str]:
    """Every number of every file that the pages lead to: by team, time and figure."""
    found = {}
    for team, place in [*((team.name, of(team)) for team in teams), ("all", ALL)]:
        start = page(client, place)
        for key in {"", *(part.split('"')[0] for part in start.split('href="?of=')[1:])}:
            rows = list(csv.reader(io.StringIO(client.get(f"{place}report.csv?of={key}").content.decode("utf-8-sig"))))
            titles = next(row for row in rows if row[:1] == ["Figure"])
            lines = [row for row in rows[rows.index(titles) + 1 :] if row]
            found |= {
                (team, rows[1][1], title, row[0]): cell
                for row in lines
                for title, cell in zip(titles[1:-1], row[1:-1], strict=True)
            }
    return found


def a_year(client, valley, manager, sizes) -> dict[tuple, str]:
    """Three teams with so many people each, who meet once a quarter; everything that is told of them after a year."""
    teams = [valley, *(people.create_team(name=name, by=OFFICE) for name in ("Aire", "Don"))]
    for team in teams[1:]:
        people.appoint_manager(user=manager, team=team, by=OFFICE)
    with clock.at(datetime(2026, 5, 1, 12, tzinfo=UTC)):
        for team, size in zip(teams, sizes, strict=True):
            for each in some_people(team, size):
                for day in QUARTERS:
                    meet(each, on=day)
    with clock.at(datetime(2027, 4, 20, 12, tzinfo=UTC)):
        actions.prepare_what_is_due(by=SYSTEM)
        client.force_login(manager)
        return everything_offered(client, teams)


def as_told(number: int) -> str:
    """How a number is told by itself, written anew."""
    return FEW if number < 10 else str(5 * ((number + 2) // 5))


def possible_worlds(told: list[str], whole: str) -> list[tuple[int, ...]]:
    """All numbers of three teams that fit everything that was read of one quarter."""
    fits = [[n for n in range(46) if cell == NOT_TOLD and n >= 10 or as_told(n) == cell] for cell in told]
    return [each for each in product(*fits) if whole == NOT_TOLD or as_told(sum(each)) == whole]


@pytest.mark.parametrize("sizes", [(38, 38, 0), (38, 38, 1), (24, 13, 9)])
def test_with_all_reports_side_by_side_one_person_more_or_less_stays_unknown(client, valley, manager, sizes):
    """Two worlds that differ by one person in the last team: whichever it is, what is read fits the other one too."""
    offered = a_year(client, valley, manager, sizes)
    names = (valley.name, "Aire", "Don")
    times = {time for _, time, _, _ in offered}
    assert {"April 2026 to March 2027", "January to March 2027"} <= times
    quarters = {title for _, _, title, _ in offered} - {"The year"}
    assert len(quarters) == 4
    worlds = {}
    for quarter in quarters:
        cells = {
            (team, cell)
            for (team, _, title, figure), cell in offered.items()
            if (title, figure) == (quarter, "Meetings held")
        }
        told = dict(cells)
        assert len(told) == len(cells) == 4  # the year's report says of a quarter what its own did
        worlds[quarter] = possible_worlds([told[name] for name in names], told["all"])
        assert sizes in worlds[quarter]
        assert len({world[2] for world in worlds[quarter]}) >= 5
        assert {sizes[2] - 1, sizes[2] + 1} & {world[2] for world in worlds[quarter]}
    _no_more_by_the_year(offered, quarters, (*names, "all"))


def _no_more_by_the_year(offered, quarters, names) -> None:
    """The year's number follows from the four that were read already."""
    for name in names:
        read = {
            title: cell
            for (team, time, title, figure), cell in offered.items()
            if (team, figure) == (name, "Meetings held")
        }
        numbers = [int(read[quarter]) for quarter in quarters if read[quarter].isdecimal()]
        year = read["The year"]
        assert year == (str(sum(numbers)) if len(numbers) == 4 else f"at least {sum(numbers)}" if numbers else year)
        assert numbers or year in (FEW, NOT_TOLD)
