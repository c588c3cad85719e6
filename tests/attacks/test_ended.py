"""Whoever has been taken off, with all that they still hold: open pages, a half-filled form, a file, a link."""

import re

import pytest

from tests.pages.forms_on import forms_on

from .visitor import Visitor

A_BUTTON = re.compile(r'action="(/people/[^"]+/end/)"')
pytestmark = pytest.mark.usefixtures("put_back")


@pytest.fixture
def greg(kith) -> str:
    return f"/people/{kith.records['greg']}/"


@pytest.mark.attack("A-04")
def test_a_worker_who_was_taken_off_reads_and_writes_nothing_more(kith, as_, greg):
    vish, priya = as_("vish"), as_("priya")
    assert priya.get(greg).status == 404
    ((priyas,),) = kith.rows("SELECT public_id FROM people_user WHERE email = 'priya@kith.example'")
    assert vish.post(f"{greg}who/add/", {"who": priyas, "role_words": "helps too"}).status == 302
    held = [f"{greg}{each}" for each in ("", "brief/", "goals/", "said/", "plan/paper/", "plan/plan.pdf", "write-up/")]
    opened = [priya.get(path) for path in held]
    assert {each.status for each in opened} == {200}
    half_filled = next(form for form in forms_on(opened[-1].text, held[-1]) if "shared" in form.values)
    (end,) = A_BUTTON.findall(vish.get(f"{greg}who/").text)
    assert vish.post(end).status == 302
    before = kith.as_it_stands()
    for path in held:
        assert (priya.get(path).status, priya.post(path).status) == (404, 404), path
    late = priya.post(half_filled.address, half_filled.with_button() | {"shared": "Written too late"})
    assert late.status == 404 and "Written too late</textarea>" in late.text
    assert kith.as_it_stands() == before


@pytest.mark.attack("A-04", "A-05")
def test_what_a_supporter_was_let_see_and_what_a_helper_holds_ends_with_one_press(kith, as_, greg):
    tom, (helpers,) = as_("tom"), [link for link in kith.links if link.startswith("/s/")]
    (sees,) = set(re.findall(r'"(/shared/\w+/)"', tom.get("/").text))
    assert tom.get(sees).status == 200
    assert Visitor(kith).get(helpers).status == 200
    on_the_page = forms_on(as_("greg").get(f"{greg}sees/").text, "")
    for stop in (form.address for form in on_the_page if form.address.endswith("/stop/")):
        assert as_("greg").post(stop).status == 302
    before = kith.as_it_stands()
    assert tom.get(sees).status == 404
    for method in ("GET", "HEAD", "POST"):
        assert Visitor(kith).ask(method, helpers, body=b"" if method == "POST" else None).status in (403, 404), method
    assert Visitor(kith).post(helpers, {"words": "Still here"}).status == 404
    assert kith.as_it_stands() == before


@pytest.mark.attack("A-04", "A-16")
def test_an_account_that_rests_is_out_in_the_same_moment(kith, as_):
    una = Visitor(kith).sign_in("una")
    ((own,),) = kith.rows("SELECT public_id FROM people_user WHERE email = 'una@kith.example'")
    assert as_("alex").post(f"/accounts/{own}/", {"do": "rest"}).status == 302
    assert not una.is_in
    assert una.get(f"/people/{kith.records['maya']}/").status == 302
