"""Reports for a team and for whoever pays for the work: the page, a sheet of paper, and a table."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse

from kith.access.permissions import Permission
from kith.access.refusal import Refused
from kith.design.pages import go_to, show
from kith.outbox.drawing import CANNOT, can_draw
from kith.people.doors import anywhere_page, team_page

from . import actions, queries
from .periods import Period
from .shown import shown_of
from .tables import csv_of


@team_page(Permission.READ_TEAM_REPORTS)
def of_team(request: HttpRequest, team) -> HttpResponse:
    """For whoever works in the team or manages it."""
    return _page(request, team)


@anywhere_page(Permission.READ_TOTALS)
def of_all(request: HttpRequest) -> HttpResponse:
    """All teams together, to print or send to whoever pays for the work."""
    return _page(request, None)


@team_page(Permission.READ_TEAM_REPORTS)
def team_pdf(request: HttpRequest, team) -> HttpResponse:
    """One sheet."""
    return _pdf(request, team)


@anywhere_page(Permission.READ_TOTALS)
def all_pdf(request: HttpRequest) -> HttpResponse:
    """One sheet of all teams."""
    return _pdf(request, None)


@team_page(Permission.READ_TEAM_REPORTS)
def team_csv(request: HttpRequest, team) -> HttpResponse:
    """The same numbers as a table."""
    return _csv(request, team)


@anywhere_page(Permission.READ_TOTALS)
def all_csv(request: HttpRequest) -> HttpResponse:
    """The numbers of all teams as a table."""
    return _csv(request, None)


def _page(request: HttpRequest, team) -> HttpResponse:
    periods, period = _asked_for(request, team)
    shown = shown_of(queries.report_of(team, period)) if period else {}
    return show(request, "reports/report.html", shown | {"team": team, "periods": periods, "period": period})


def _asked_for(request: HttpRequest, team) -> tuple[list[Period], Period | None]:
    """What there is, and what was chosen. A time that there is no report of is not there."""
    periods = queries.periods_for(team)
    period = queries.chosen_period(periods, request.GET.get("of", ""))
    if periods and period is None:
        raise Http404
    return periods, period


def _pdf(request: HttpRequest, team) -> HttpResponse:
    if not can_draw():
        messages.info(request, f"{CANNOT} This page prints as well.")
        return _to_page(request, team)

    def made(report) -> bytes:
        from .paper import pdf_of  # what draws pages is not loaded where none is drawn

        return pdf_of(report)

    return _file(request, team, "printed", made, "application/pdf")


def _csv(request: HttpRequest, team) -> HttpResponse:
    return _file(request, team, "saved as a table", csv_of, "text/csv; charset=utf-8")


def _file(request: HttpRequest, team, form: str, made, content_type: str) -> HttpResponse:
    _, period = _asked_for(request, team)
    try:
        report = actions.take_along(team=team, period=period, form=form, by=request.actor)
    except Refused as reason:
        messages.info(request, str(reason))
        return _to_page(request, team)
    response = HttpResponse(made(report), content_type=content_type)
    ending = "pdf" if content_type == "application/pdf" else "csv"
    response["Content-Disposition"] = f'attachment; filename="report-{report.period.key}.{ending}"'
    return response


def _to_page(request: HttpRequest, team) -> HttpResponse:
    return go_to(request, "reports:team", team=team.public_id) if team else go_to(request, "reports:all")
