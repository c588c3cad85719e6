"""Forms as no page would send them: with fields nobody offered, or from another site; and what looking does."""

import re

import pytest

from .test_another_record import rows_of
from .visitor import ASK, FORM, SESSION, Visitor

NOT_OFFERED = {
    "role": "manager", "is_staff": "on", "is_superuser": "1", "is_administrator": "on", "is_rights_lead": "on",
    "team": "1", "team_id": "2", "individual": "1", "individual_id": "1", "user": "1", "owner_id": "1", "author": "1",
    "by": "1", "visibility": "everybody", "amount": "1", "total": "1", "approved_by": "1", "created_at": "2001-01-01",
    "written_at": "2001-01-01", "closed_at": "2001-01-01", "public_id": "zzzzzzzzzzzzzzzz", "id": "1", "pk": "1",
    "form-TOTAL_FORMS": "2", "form-0-id": "1", "form-0-DELETE": "on",
}  # a table, a row a line # fmt: skip
RIGHTS = "SELECT email, is_administrator, is_rights_lead, is_active, public_id FROM people_user ORDER BY id"
TIES = "SELECT id, kind, user_id, individual_id, team_id, starts_at, ends_at FROM people_relation ORDER BY id"
MONEY = "SELECT * FROM budget_decision ORDER BY id"
ABOUT_ONESELF = ("/me/interests/", "/me/hears/", "/how-it-looks/", "/teams/new/", "/reminders/", "/my-calendar/choose/")


@pytest.mark.attack("A-07")
@pytest.mark.usefixtures("put_back")
def test_fields_that_no_page_offers_change_nobodys_rights_and_no_money(kith, as_, walked):
    """Every form of Greg's record, as he would send it, with all of them besides."""
    greg, own = as_("greg"), kith.records["greg"]
    before = [kith.rows(each) for each in (RIGHTS, MONEY)]
    others = {who: rows_of(kith, kith.records[who]) for who in ("maya", "kit")}
    for form in walked.forms.values():
        if own in form.address and not form.address.endswith(("/stop/", "/rest/")):
            answer = greg.post(form.address, NOT_OFFERED | form.groups | form.values)
            assert answer.status < 500, (form.address, answer.status)
    assert [kith.rows(each) for each in (RIGHTS, MONEY)] == before
    assert {who: rows_of(kith, kith.records[who]) for who in others} == others


@pytest.mark.attack("A-07")
@pytest.mark.usefixtures("put_back")
def test_nobody_joins_a_team_or_takes_an_office_by_a_form_about_themselves(kith, as_):
    before = kith.rows(RIGHTS), kith.rows(TIES)
    for path in ABOUT_ONESELF:
        for who in ("deb", "tom"):
            assert as_(who).post(path, NOT_OFFERED).status < 500, (who, path)
    assert (kith.rows(RIGHTS), kith.rows(TIES)) == before


@pytest.mark.attack("A-22")
def test_a_form_of_another_site_is_not_taken(kith, as_, walked):
    """With the visitor's cookies, as a browser sends them along; with no token, another's token, another origin."""
    greg, stranger = as_("greg"), Visitor(kith)
    stranger.get(ASK)
    before = kith.as_it_stands()
    for form in list(walked.forms.values())[::4]:
        for sent, told in (
            (b"words=Mine", {}),
            (f"csrfmiddlewaretoken={stranger.cookies[FORM]}".encode(), {}),
            (f"csrfmiddlewaretoken={greg.cookies[FORM]}".encode(), {"Origin": "https://evil.example"}),
        ):
            only_theirs = Visitor(kith, dict(greg.cookies))
            assert only_theirs.ask("POST", form.address, body=sent, headers=told).status == 403, form.address
    assert kith.as_it_stands() == before


@pytest.mark.attack("A-22")
def test_looking_changes_nothing(kith, as_, walked):
    """A second look at every third kind of page, by whoever may; the first may note that a page was shown."""
    visitors = {who: as_(who) for who in ("vish", "greg")}
    before = kith.as_it_stands()
    for number, path in enumerate(list(walked.pages.values())[::3]):
        visitors["greg" if number % 2 else "vish"].get(path)
    assert kith.as_it_stands() == before


@pytest.mark.attack("A-22")
def test_no_page_stands_in_a_frame_of_another_site(as_):
    for path in ("/", ASK, "/crisis/", "/open/"):
        answer = as_("").get(path)
        assert answer.headers["X-Frame-Options"] == "DENY", path
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"], path


@pytest.mark.attack("A-16", "A-22")
def test_cookies_are_for_this_site_alone_and_no_script_reads_them(kith):
    visitor = Visitor(kith)
    answers = visitor.get(ASK), visitor.post(ASK, {"login": "tom@kith.example"})
    told = {cookie for each in answers for cookie in each.headers.get_all("Set-Cookie")}
    assert {each.partition("=")[0] for each in told} == {FORM, SESSION}
    for each in told:
        assert re.search("HttpOnly", each) and re.search("SameSite=Lax", each)
