"""Whole pages and parts, going on, Help now, the gallery, charts, and pages for when something is amiss."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.http import Http404
from django.template.loader import render_to_string
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from kith.design import pages, views
from kith.design.charts import Point, line_chart


def asked(**headers):
    """A visit, by htmx when its headers say so."""
    request = RequestFactory().get("/", headers=headers)
    request.htmx = HtmxDetails(request)
    return request


@pytest.fixture
def drawn(monkeypatch):
    """The template names that were rendered, without a page being needed."""
    monkeypatch.setattr(pages, "render", lambda request, template, *rest, **kwargs: _Answer(template))
    return lambda request: pages.show(request, "goals/page.html", part="steps").template


class _Answer(dict):
    def __init__(self, template):
        super().__init__()
        self.template = template
        self.headers = self

    has_header = dict.__contains__


def test_a_visit_gets_the_whole_page(drawn):
    assert drawn(asked()) == "goals/page.html"


def test_htmx_gets_the_part_it_asked_for(drawn):
    assert drawn(asked(hx_request="true")) == "goals/page.html#steps"


def test_going_back_in_history_gets_the_whole_page(drawn):
    assert drawn(asked(hx_request="true", hx_history_restore_request="true")) == "goals/page.html"


def test_going_on_is_a_redirect_or_told_to_htmx():
    assert pages.go_to(asked(), "/crisis/").headers["Location"] == "/crisis/"
    assert pages.go_to(asked(hx_request="true"), "/crisis/").headers["HX-Redirect"] == "/crisis/"


def test_help_now_says_whom_to_ring_and_needs_nothing():
    shown = views.crisis(SimpleNamespace(COOKIES={})).content.decode()
    for number in ("tel:999", "tel:111", "tel:116123", "sms:85258"):
        assert number in shown
    assert "not watched day and night" in shown


def test_the_gallery_is_for_demo_mode_only(settings):
    settings.KITH_DEMO = False
    with pytest.raises(Http404):
        views.gallery(asked())


@pytest.mark.parametrize("template", ["404.html", "403.html", "400.html", "403_csrf.html", "500.html"])
def test_pages_for_when_something_is_amiss_are_calm_and_lead_to_help_now(template):
    shown = render_to_string(template)
    assert 'href="/crisis/"' in shown
    assert "What to do first" in shown
    for word in ("error", "invalid", "forbidden", "CSRF", "must", "failed"):
        assert word.lower() not in shown.split("<main")[1].lower()


def test_no_page_of_ours_has_inline_style_or_script():
    shown = render_to_string("design/crisis.html") + render_to_string("500.html")
    assert " style=" not in shown
    assert "<style" not in shown
    assert "<script>" not in shown


def test_a_chart_and_its_table_say_the_same():
    runs = [Point(date(2026, 11, 14), 1660, "27:40"), Point(date(2026, 9, 12), 1870, "31:10")]
    chart = line_chart(title="My 5km", points=runs)
    assert chart.says == "My 5km: 31:10 on 12 September 2026, 27:40 on 14 November 2026"
    assert chart.rows == (("12 September 2026", "31:10"), ("14 November 2026", "27:40"))
    first, last = chart.dots
    assert first.x < last.x
    assert first.y < last.y  # a longer time is drawn higher
    assert last.is_latest


def test_a_chart_of_one_result_stands_in_the_middle_and_of_none_is_none():
    chart = line_chart(title="My 5km", points=[Point(date(2026, 9, 12), 1870, "31:10")])
    assert chart.dots[0].x == chart.width / 2
    assert line_chart(title="My 5km", points=[]) is None


def test_words_at_points_do_not_run_into_each_other():
    near = [Point(date(2026, 9, day), day, str(day)) for day in range(1, 31)]
    labelled = [dot.x for dot in line_chart(title="Lengths", points=near).dots if dot.has_label]
    assert all(later - sooner > 80 for sooner, later in zip(labelled, labelled[1:], strict=False))
    assert labelled[-1] == max(labelled)
