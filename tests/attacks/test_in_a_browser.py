"""What only a browser can show: whether a script that somebody typed runs, what Back shows, what a frame shows."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import models
from playwright.sync_api import BrowserContext

from kith.access.encryption import EncryptedTextField
from kith.rights.register import entries
from tests.browser.serving import open_database

from .standing import Standing
from .visitor import Visitor

pytestmark = pytest.mark.browser

TYPED = "\"'><img src=x onerror=hit()><script>hit()</script><svg onload=hit()>{{7*7}}"
A_LINK = "javascript:hit()"
INSERTED = re.compile(r"<img src=x|<script>hit|<svg onload=hit|href=[\"']?\s*javascript:", re.IGNORECASE)
GOT_IN = "img[src='x'], svg[onload], a[href^='javascript'], script:not([src]):not([type='application/json'])"
TEXTS = (models.CharField, models.TextField, models.JSONField)
NAMES_A_COLUMN = {"field"}
NOT_TYPED = {"outbox.Letter", "access.TrailEntry"}  # worded by Kith
NOT_FOUND = ("Failed to load resource", "Status Error Code 409")  # a part that asks by what was typed over
READERS = ("vish", "greg", "tom", "priya", "morgan", "ines", "maya", "una")


def is_a_link(field: models.Field) -> bool:
    return isinstance(field, models.URLField) or field.name in ("website", "url", "link")


def columns() -> Iterator[tuple[str, models.Field]]:
    """Every text that somebody wrote, in every model, as the register knows it; and every address of a website."""
    typed = [each for each in entries().values() if each.label not in NOT_TYPED]
    for entry, model in ((each, apps.get_model(each.label)) for each in typed):
        for field in model._meta.concrete_fields if model._meta.app_config.name.startswith("kith.") else ():
            is_words = field.name in set(entry.fields.get("words", ())) - NAMES_A_COLUMN and not field.choices
            is_plain = isinstance(field, TEXTS) and not isinstance(field, EncryptedTextField)
            if is_a_link(field) or (is_words and is_plain):
                yield model._meta.db_table, field


def type_it_everywhere(kith: Standing) -> int:
    """Past every rule, so that what only pages stand against is seen. Gives how many texts hold it now."""
    held = 0
    with open_database(kith.folder) as database, database:
        database.execute("PRAGMA ignore_check_constraints = 1")
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        for table, field in columns():
            name, typed, longest = field.column, A_LINK if is_a_link(field) else TYPED, field.max_length or 9_999
            if isinstance(field, models.JSONField):
                change, where, typed = "?", f'"{name}" LIKE \'["%\'', json.dumps([typed])
            else:  # no two alike, where that is asked
                change, where = f"substr(rowid || ?, 1, {longest})", f'length("{name}") > 0'
            held += database.execute(f'UPDATE "{table}" SET "{name}" = {change} WHERE {where}', [typed]).rowcount
    return held


@contextmanager
def at_a_screen(browser, visitor: Visitor) -> Iterator[tuple[BrowserContext, list[str]]]:
    """A browser in which this visitor is signed in, and all that goes wrong in it."""
    context, wrong = browser.new_context(reduced_motion="reduce"), []
    cookies = visitor.cookies.items()
    context.add_cookies([{"name": name, "value": value, "url": visitor.kith.address} for name, value in cookies])
    context.add_init_script("window.hit = () => console.error('it ran')")
    page = context.new_page()
    page.on("console", lambda told: wrong.append(f"{told.text} on {page.url}") if told.type == "error" else None)
    page.on("pageerror", lambda told: wrong.append(f"{told} on {page.url}"))
    page.on("dialog", lambda told: wrong.append(f"{told.message} on {page.url}"))
    yield context, wrong
    context.close()


@pytest.mark.attack("A-08")
@pytest.mark.usefixtures("put_back")
def test_a_script_typed_into_every_text_of_every_kind_runs_for_nobody(kith, as_, walked, browser):
    visitors = {who: as_(who) for who in READERS}
    own = [path for path in walked.pages.values() if kith.records["greg"] in path]
    pages = [*walked.pages.values(), "/community/", "/community/table/", "/open/", "/crisis/"]
    assert type_it_everywhere(kith) > 1_000
    shown = 0
    for who, visitor in visitors.items():
        for path in pages if who == "vish" else [*own[::6], "/", "/people/", "/community/"]:
            answer = visitor.get(path)
            assert answer.status < 500, (who, path)
            is_page = answer.headers.get_content_type() == "text/html"
            assert not (is_page and INSERTED.search(answer.text)), (who, path)
            shown += "hit()" in answer.text
    assert shown > 60
    for who, some in {"vish": pages[::12], "greg": pages[3::14], "tom": ["/"], "morgan": ["/", "/people/"]}.items():
        with at_a_screen(browser, visitors[who]) as (context, wrong):
            for path in some:
                if not path.endswith((".pdf", ".ics", "booklet.html")):
                    context.pages[0].goto(kith.address + path)
                    assert context.pages[0].locator(GOT_IN).count() == 0, (who, path)
            assert [each for each in wrong if not any(told in each for told in NOT_FOUND)] == []


@pytest.mark.attack("A-16")
def test_once_signed_out_back_shows_nothing(kith, browser):
    maya = Visitor(kith).sign_in("maya")
    with at_a_screen(browser, maya) as (context, _):
        page = context.pages[0]
        page.goto(f"{kith.address}/people/{kith.records['maya']}/plan/")
        title = page.get_by_role("heading", level=1).inner_text()
        page.goto(f"{kith.address}/account/logout/")
        page.get_by_role("main").get_by_role("button", name="Sign out").click()
        page.wait_for_url(f"{kith.address}/**")
        for _ in range(2):
            page.go_back()
            assert page.get_by_role("heading", level=1).inner_text() != title
        page.goto(f"{kith.address}/people/{kith.records['maya']}/plan/")
        assert "/account/login/" in page.url


@pytest.mark.attack("A-22")
def test_a_frame_of_another_page_stays_empty(kith, as_, browser):
    with at_a_screen(browser, as_("greg")) as (context, _):
        page = context.pages[0]
        page.route("**/elsewhere.html", lambda route: route.fulfill(body=f"<iframe src='{kith.address}/'></iframe>"))
        page.goto("http://elsewhere.example/elsewhere.html")
        (frame,) = page.frames[1:]
        assert frame.url.startswith("chrome-error:") and "Kith" not in frame.content()
