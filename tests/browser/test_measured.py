"""What counts as met before, and what is found on every page all the same."""

import pytest

from tests.browser.measured import once_each, sorts_on
from tests.browser.soundness import findings
from tests.browser.whole import wrong_as_a_whole

ROW = '<li class="row"><a href="/one/">One</a><br></li>'
PAGE = '<body><header>Vish</header><main id="main"><h1>{name}</h1><ul>{rows}</ul>{more}</main></body>'
SOUND = """<!doctype html><html lang="en"><head><title>Kith</title></head><body><header><nav aria-label="Top"></nav>
</header><main id="main"><h1>Goals</h1><h2>Steps</h2><a href="/">Home</a><label for="it">It</label><input id="it">
</main><footer>Help</footer></body></html>"""
BROKEN = {
    "is in no language": (' lang="en"', ""),
    "has no title": ("<title>Kith</title>", ""),
    "has no main part": ("main", "div"),
    "it is there more than once": ("<h2>", '<h2 id="it">'),
    "body > footer is there more than once": ("<footer>", "<footer></footer><footer>"),
    "Top is called as another of its kind": ("<h2>", '<nav aria-label="Top"></nav><h2>'),
    "is in no part of the page": ("<footer>", "<div>Words</div><footer>"),
    "<h4>Steps</h4> comes a level too early": ("h2>", "h4>"),
    "<h2></h2> is a heading without words": ("Steps", ""),
    '<input id="it"> has no name': ('<label for="it">It</label>', "It"),
    '<a href="/"></a> has no name': ("Home", ""),
    "html scrolls sideways": ("<h2>", '<h2 style="width: 9999px">'),
    "points at nothing": ("<h2>", '<h2 aria-describedby="nowhere">'),
}

OF_AXE = {
    "color-contrast": ("<h2>", '<style>.pale { color: #ddd }</style><h2 class="pale">'),
    "image-alt": ("<h2>", '<img src="data:,"><h2>'),
    "list": ("<h2>", "<ul><b>One</b></ul><h2>"),
}


def new_on(other: str) -> set[str]:
    return sorts_on(other) - sorts_on(page())


def page(**parts: str) -> str:
    return PAGE.format(**({"name": "Goals", "rows": ROW, "more": ""} | parts))


def test_words_and_how_many_make_no_other_sort():
    assert not new_on(page(name="Steps")) | new_on(page(rows=ROW * 40))
    assert not new_on(page(rows=ROW.replace("/one/", "/two/")))


@pytest.mark.parametrize(
    "other",
    [
        page(more="<p></p>"),
        page(rows=ROW.replace("row", "row late")),
        page(rows="", more=ROW),
        page(rows=ROW.replace("<br>", "<b></b>")),
        page(rows=ROW.replace("<a", "<a aria-hidden=true")),
        page(rows=ROW.replace("<a", "<a title=One")),
        page(more="<p>"),
    ],
)
def test_a_part_a_look_another_place_or_something_beside_it_does(other):
    assert new_on(other)


def test_what_was_met_on_two_pages_is_new_where_it_first_stands_together(tmp_path):
    is_new = once_each(tmp_path / "met")
    pages = (page(), page(rows="<li>1</li>"), page(rows=ROW + "<li>1</li>"), page(rows="<li>1</li>" + ROW))
    assert list(map(is_new, pages)) == [True, True, True, False]


def test_a_drawing_ends_where_it_ends():
    assert sorts_on(page(more='<svg><path d="1"/><text>5</text></svg>')) != sorts_on(
        page(more='<svg><path d="1"><text>5</text></path></svg>')
    )


def test_each_is_new_once(tmp_path):
    is_new = once_each(tmp_path / "met")
    assert [is_new("<main><p>1</p></main>"), is_new("<main><p>2</p></main>"), is_new("<main><b>2</b></main>")] == [
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(("what", "broken"), BROKEN.items())
def test_a_page_as_a_whole(browser, what, broken):
    with browser.new_page() as screen:
        screen.set_content(SOUND)
        assert wrong_as_a_whole(screen) == []
        screen.set_content(SOUND.replace(*broken))
        assert any(each.endswith(what) for each in wrong_as_a_whole(screen)), wrong_as_a_whole(screen)


@pytest.mark.parametrize(("rule", "broken"), OF_AXE.items())
def test_what_is_wrong_with_one_element_makes_it_new_and_is_found(browser, rule, broken):
    with browser.new_page() as screen:
        screen.set_content(html := SOUND.replace(*broken))
        assert sorts_on(html) - sorts_on(SOUND)
        assert [each for each in findings(screen) if each.startswith(f"{rule}:")]
