"""My plan as a PDF: sheets that are numbered, large where that is wished, and for which nothing is fetched."""

import pytest

from kith.access import clock
from kith.access.permissions import Permission
from kith.goals import actions as goals
from kith.home import paper
from kith.home.queries import paper_of
from kith.outbox import drawing, sheets
from tests.home.papers import at, boxes_in, text_of


def test_the_pdf_tells_nothing_by_its_name_or_its_makers(full, signed_in):
    answer = signed_in(full.user).get(at(full, "plan_pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="plan.pdf"'
    assert answer.content.startswith(b"%PDF-")
    sheets = paper.document(full.individual)
    assert (sheets.metadata.title, sheets.metadata.authors, sheets.metadata.description) == ("Plan", [], None)
    assert b"kith" not in sheets.write_pdf(uncompressed_pdf=True).lower()


@pytest.mark.shows("Q-54", "Q-78")
def test_every_sheet_of_the_pdf_is_numbered_and_ends_in_help_now(full):
    words = text_of(paper.document(full.individual))
    assert "Page 1 of " in words and "Samaritans 116 123" in words
    today = clock.today()
    assert f"Printed {today.day} {today:%B %Y}." in words


def test_help_now_on_the_sheets_is_that_of_the_nation(full, settings):
    settings.KITH_NATION = "NIR"
    words = text_of(paper.document(full.individual))
    assert "Lifeline 0808 808 8000" in words and "111" not in words


@pytest.mark.shows("Q-78")
@pytest.mark.parametrize(("size", "points"), [("", 11), ("large", 16), ("largest", 24)])
def test_large_print_is_large(full, size, points):
    boxes = boxes_in(paper.document(full.individual, size).pages[0]._page_box)
    html = next(each for each in boxes if each.element_tag == "html")
    assert html.style["font_size"] >= points * 96 / 72


def test_no_row_leaves_the_sheet_and_none_is_cut_off_at_any_size(full):
    goals.set_goal(individual=full.individual, kind="target", words="w" * 300, by=full.as_worker)
    for size in ("", "large", "largest"):
        for page in paper.document(full.individual, size).pages:
            for box in boxes_in(page._page_box):
                if box.element_tag in ("p", "li", "dd", "h1", "h2", "h3"):
                    assert box.position_x + box.width <= page.width + 1, (size, box.element_tag)
                    assert box.position_y + box.height <= page.height + 1, (size, box.element_tag)


def test_nothing_is_fetched_for_it(full, monkeypatch):
    goals.set_goal(
        individual=full.individual, kind="target", words='<img src="http://x.example/a.png">', by=full.as_worker
    )
    asked = []
    monkeypatch.setattr("socket.socket.connect", lambda *address: asked.append(address))
    assert "<img src=" in text_of(paper.document(full.individual))
    assert asked == []
    with pytest.raises(ValueError, match="Nothing is fetched"):
        sheets.OnlyOurFonts().fetch("file:///etc/passwd")


def test_where_nothing_draws_pages_it_says_so_and_shows_the_page_to_print(full, signed_in, monkeypatch):
    monkeypatch.setattr("kith.home.views.papers.can_draw", lambda: False)
    answer = signed_in(full.user).get(at(full, "plan_pdf"), follow=True)
    assert answer.redirect_chain == [(at(full), 302)]
    assert "This page prints as well." in answer.content.decode()


def test_that_nothing_draws_pages_is_found_out_by_trying(monkeypatch):
    drawing.can_draw.cache_clear()
    assert drawing.can_draw()
    drawing.can_draw.cache_clear()

    def is_missing(name, *more):
        raise OSError("cannot load library 'libpango-1.0-0'")

    with monkeypatch.context() as without:
        without.setattr("builtins.__import__", is_missing)
        found = drawing.can_draw()
    drawing.can_draw.cache_clear()
    assert not found


def test_who_may_not_read_a_part_does_not_print_it(full):
    told = paper_of(full.individual, frozenset({Permission.READ_MEETINGS}))
    assert told.next is not None
    assert (told.goals, told.promises, told.places, told.asked, told.agreed) == ([], [], [], [], [])
    assert "Find your shoes" not in text_of(paper.document(full.individual, may=frozenset({Permission.READ_MEETINGS})))
