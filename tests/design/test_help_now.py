"""Who is there day and night: by nation, of an organisation's own, and never missing."""

import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.checks import run_checks
from django.template.loader import render_to_string
from django.test import Client
from django.utils.html import escape

from kith.design.help_now import help_now

OWN = """
reviewed_on = 2026-01-05
looked_after_by = "Mair"
[lines.us]
title = "Our own line"
words = "Nine to five."
button = "Ring us"
call = "tel:01632960412"
short = "Ring us on 01632 960412."
[nations]
ENG = ["us"]
"""


def shown() -> str:
    return Client().get("/crisis/").content.decode()


@pytest.mark.shows("Q-07", "Q-54")
@pytest.mark.parametrize(
    ("nation", "number"), [("ENG", "111, then choose 2"), ("WLS", "Welsh"), ("SCT", "NHS 24"), ("NIR", "0808 808 8000")]
)
def test_each_nation_has_its_own_numbers(settings, nation, number):
    settings.KITH_NATION = nation
    assert number in shown()
    assert "999" in shown()


@pytest.mark.parametrize(
    ("nation", "number"),
    [("ENG", "0808 2000 247"), ("WLS", "0808 80 10 800"), ("SCT", "0800 027 1234"), ("NIR", "0808 802 1414")],
)
def test_each_nation_has_who_helps_whoever_is_hurt_at_home_on_the_screen_alone(settings, nation, number):
    """Paper may be found by whoever it is about."""
    settings.KITH_NATION = nation
    page, _, footer = shown().partition("<footer")
    assert f"Ring {number}" in page and number not in footer
    assert number not in help_now().in_short + help_now().in_a_letter + help_now().on_a_card


@pytest.mark.parametrize("nation", ["ENG", "WLS", "SCT", "NIR"])
@pytest.mark.parametrize("where", ["the page", "a panel"])
def test_who_helps_at_home_is_not_printed_and_the_others_are(settings, nation, where):
    settings.KITH_NATION = nation
    page = shown().partition("<main")[2] if where == "the page" else render_to_string("design/help_now_panel.html")
    for line in help_now().lines:
        classes = re.findall(r'class="((?:panel call|row kept)[^"]*)"', page.partition(f'"{escape(line.call)}"')[0])[-1]
        assert ("not-printed" in classes.split()) is line.on_screen_only
    assert page.count("not-printed") == 1 + (where == "the page")  # the page has a way back, too


@pytest.mark.shows("Q-54")
def test_an_organisation_may_keep_its_own(settings, tmp_path):
    (tmp_path / "help.toml").write_text(OWN)
    settings.HELP_FILE = str(tmp_path / "help.toml")
    assert "Our own line" in shown()
    assert "01632 960412" in help_now().in_short


@pytest.mark.shows("Q-54")
@pytest.mark.parametrize(
    "written", ["", "not = [toml", OWN.replace('"us"', '"them"'), OWN.replace("2026-01-05", '"soon"')]
)
@pytest.mark.fault("F-30")
def test_a_file_that_cannot_be_read_never_leaves_the_page_empty(settings, tmp_path, written):
    (tmp_path / "help.toml").write_text(written)
    settings.HELP_FILE = str(tmp_path / "help.toml")
    assert "Ring 999" in shown()
    assert any(each.id == "design.E001" for each in run_checks(include_deployment_checks=True))


def test_an_unknown_nation_is_england(settings):
    settings.KITH_NATION = "ATLANTIS"
    assert "Ring 999" in shown()


@pytest.mark.shows("Q-54")
def test_after_a_year_staff_are_asked_to_look_them_over():
    assert not help_now().is_to_be_looked_over(date(2026, 12, 1))
    with time_machine.travel(datetime(2028, 1, 1, tzinfo=UTC)):
        assert any(each.id == "design.W001" for each in run_checks(include_deployment_checks=True))


def test_a_card_names_numbers_alone():
    assert help_now().on_a_card == "In danger: 999. To talk: 111 then 2, or 116 123."


def test_a_card_takes_a_number_from_what_a_telephone_does_where_no_other_is_given(settings, tmp_path):
    (tmp_path / "help.toml").write_text(OWN.replace('["us"]', '["us", "us"]'))
    settings.HELP_FILE = str(tmp_path / "help.toml")
    assert help_now().on_a_card == "In danger: 01632 960412. To talk: 01632 960412."


@pytest.mark.shows("Q-07", "Q-54")
@pytest.mark.fault("F-06")
def test_it_opens_for_whoever_is_signed_in_while_the_database_is_away():
    """Nothing here asks for a database, so that none is there: a page that looked for one would stumble."""
    somebody = Client()
    somebody.cookies["kith"] = "a" * 32
    assert "Ring 999" in somebody.get("/crisis/").content.decode()
