"""Somebody else's record, asked for in every way that an address or a form can be bent."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from .standing import Standing
from .visitor import Answer, Visitor
from .walking import Found

MADE_UP = "zzzzzzzzzzzzzzzz"
FORM_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
STRANGERS = ("deb", "maya", "una", "noor", "kit", "alex")
CLOSED = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "X-Robots-Tag": "noindex, nofollow"}
OTHER_METHODS = ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")
OF_NOBODY = {"individual", "activity", "measure"}  # the first is bent itself; the others are in no record


@pytest.fixture
def record(kith: Standing, walked: Found) -> dict[str, str]:
    """Each address within Greg's record by its kind."""
    own = kith.records["greg"]
    return {kind: urlsplit(path).path for kind, path in walked.pages.items() if own in path}


def looks(answer: Answer, path: str) -> tuple[int, str]:
    """What somebody could tell apart: not the token of a form, and not the address that they typed themselves."""
    return answer.status, FORM_TOKEN.sub("", answer.text.replace(path, "…"))


def bent(path: str, own: str, to: str) -> str:
    return path.replace(own, to)


@pytest.mark.attack("A-01", "A-02", "A-30")
def test_whoever_it_does_not_belong_to_finds_what_stands_at_an_address_that_was_made_up(kith, as_, record):
    assert len(record) > 70
    for number, who in enumerate(STRANGERS):
        visitor, wrong = as_(who), []
        nothing = looks(visitor.get(f"/people/{MADE_UP}/"), f"/people/{MADE_UP}/")
        assert nothing[0] == 404
        some = list(record.items()) if number < 2 else list(record.items())[number::5]
        for kind, path in some:
            if looks(visitor.get(path), path) != nothing:
                wrong.append(kind)
        assert wrong == [], who


@pytest.mark.attack("A-01", "A-22")
def test_no_method_does_more_and_nothing_of_it_is_changed(kith, as_, record):
    deb, before = as_("deb"), kith.as_it_stands()
    for number, (kind, path) in enumerate(record.items()):
        assert deb.ask("HEAD", path).status == 404, kind
        assert deb.post(path, {"words": "Mine now", "is_staff": "on"}).status == 404, kind
        assert deb.ask(OTHER_METHODS[number % len(OTHER_METHODS)], path, body=b"").status in (403, 404, 405), kind
    assert kith.as_it_stands() == before


@pytest.mark.attack("A-01", "A-30")
def test_what_hangs_from_one_record_hangs_from_no_other(kith, as_, record):
    """One's own record, with another's goal, meeting or letter in the address."""
    own, other = kith.records["greg"], kith.records["maya"]
    visitors, before = (as_("maya"), as_("priya")), kith.as_it_stands()
    deeper = [bent(path, own, other) for path in record.values() if resolve(path).kwargs.keys() - OF_NOBODY]
    assert len(deeper) > 20
    for visitor in visitors:
        for path in deeper:
            for answer in (visitor.get(path), visitor.post(path)):
                leads_up = answer.status == 302 and path.startswith(answer.onwards)
                assert answer.status in (404, 405) or leads_up, (path, answer.status, answer.onwards)
    assert kith.as_it_stands() == before


@pytest.mark.attack("A-01", "A-07")
def test_what_a_form_of_one_record_names_is_not_reached_by_a_form_of_another(kith, as_, walked):
    """Every form of Greg's pages, with all the ids it carries, sent for Maya by those who may write for her."""
    own, other = kith.records["greg"], kith.records["maya"]
    of_greg = rows_of(kith, own)
    for form in forms_with_ids(walked, own):
        for who in ("maya", "priya"):
            answer = as_(who).post(bent(form.address, own, other), form.groups | form.with_button())
            assert answer.status < 500, (who, form.address)
    assert rows_of(kith, own) == of_greg


def forms_with_ids(walked: Found, own: str) -> Iterator:
    for form in walked.forms.values():
        carried = [each for each in (*form.values.values(), *form.groups.values()) if is_id(each)]
        if own in form.address and carried:
            yield form


def is_id(value) -> bool:
    return bool(re.fullmatch(r"[a-z0-9]{16}", str(value)))


def rows_of(kith: Standing, public_id: str) -> dict[str, list]:
    """All rows that name this individual."""
    ((key,),) = kith.rows("SELECT id FROM people_individual WHERE public_id = ?", public_id)
    tables = kith.rows(
        "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
        "WHERE m.type = 'table' AND c.name = 'individual_id'"
    )
    return {name: kith.rows(f'SELECT * FROM "{name}" WHERE individual_id = ?', key) for (name,) in tables}


@pytest.mark.attack("A-01", "A-22")
def test_a_visitor_who_has_not_signed_in_is_led_to_the_sign_in_page_by_every_address(as_, record):
    nobody = as_("")
    for path in [*record.values()][::3]:
        answer = nobody.get(path)
        assert (answer.status, answer.onwards.partition("?")[0]) == (302, "/account/login/"), path


@pytest.mark.attack("A-03")
def test_files_are_no_more_open_than_pages(kith, as_, record):
    files = {kind: path for kind, path in record.items() if path.endswith((".pdf", ".ics", ".html"))}
    assert len(files) > 3
    for kind, path in files.items():
        theirs = as_("vish").get(path)
        assert {name: theirs.headers[name] for name in CLOSED} == CLOSED, kind
        assert theirs.headers["Content-Disposition"].startswith("attachment"), kind
        for who in ("deb", "una", "tom"):
            part = as_(who).get(path, Range="bytes=0-99")
            assert (part.status, part.headers["Content-Range"]) == (404, None), (who, kind)
        assert as_("").get(path, Range="bytes=0-99").status == 302
    stranger: Visitor = as_("deb")
    assert stranger.get(files["home:plan_pdf"].replace("plan.pdf", "../plan/plan.pdf")).status == 404
