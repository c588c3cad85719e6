"""What goes over the wire, as the real server sends it: bodies and headings of every answer."""

from playwright.sync_api import Request

from tests.browser.visitor import Visitor

FIRST, LATER = 120_000, 25_000


def moved_by(visitor: Visitor, go) -> int:
    """Bytes that came while somebody went somewhere."""
    answered: list[Request] = []
    visitor.page.on("requestfinished", lambda request: answered.append(request))  # noqa: PLW0108
    go()
    visitor.page.wait_for_load_state("networkidle")
    sizes = [each.sizes() for each in list(answered)]
    return sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)


def test_the_first_visit_to_my_plan_and_a_later_page_are_small(arrive):
    greg = arrive()
    request = greg.context.request
    token = request.get(f"{greg.address}/demo/sign-in/").text().split('csrfmiddlewaretoken" value="')[1].split('"')[0]
    request.post(f"{greg.address}/demo/sign-in/", form={"csrfmiddlewaretoken": token, "who": "greg"})
    first = moved_by(greg, lambda: greg.goes_to("/"))
    assert 20_000 < first <= FIRST, f"{first} bytes"
    for name in ("My goals", "About me", "What we said", "Things to do"):
        greg.goes_to("/")
        link = greg.page.locator("main").get_by_role("link", name=name).last
        later = moved_by(greg, link.click)
        assert 500 < later <= LATER, f"{later} bytes for {name}"
