"""Letters on paper: what the page shows, in which size, and that nothing is fetched and nobody named for it."""

import re
import zlib
from datetime import timedelta

import pytest

from kith.outbox import actions, deliverer, paper, queries, sheets
from kith.outbox.actions import NotPosted
from kith.outbox.gates import Go
from kith.outbox.models import Letter
from tests.design.test_help_now import OWN
from tests.outbox.test_in_doubt import Vish

ADDRESS = "14 Canal Row\nCalderford\nCF1 2AB"
MILLIMETRE = 72 / 25.4


@pytest.fixture
def posted(letter):
    """Posts a letter on paper to Greg."""

    def write(**changes):
        given = {"kind": "to individual: a kind", "channel": "print", "to": ADDRESS, "to_name": "Greg Ward"}
        return letter(**{"individual_ref": "greg"} | given | changes)

    return write


@pytest.fixture(autouse=True)
def no_provider(settings, gate):
    settings.KITH_DEMO, settings.LETTER_PROVIDER = False, ""


def inside(pdf: bytes) -> bytes:
    """Everything in the file, unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.S)
    unpacked = []
    for stream in streams:
        try:
            unpacked.append(zlib.decompressobj().decompress(stream))  # its last byte may look like the end of a line
        except zlib.error:
            unpacked.append(stream)
    return pdf + b"\n".join(unpacked)


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", inside(pdf)))


def lines_of(letter):
    """Each line of the first page: its words, its size in points, and where its top left is, in millimetres."""
    document = paper.style().laid_out(paper.page_of(letter))
    boxes = document.pages[0]._page_box.descendants(placeholders=True)
    return {
        box.text.strip(): (box.style["font_size"] * 0.75, box.position_x / 96 * 25.4, box.position_y / 96 * 25.4)
        for box in boxes
        if getattr(box, "text", "").strip()
    }


def test_a_letter_on_paper_goes_into_the_team_s_tray_until_somebody_posts_it(posted, now):
    letter = posted()
    assert deliverer.deliver_due(now) == dict.fromkeys(deliverer.ENDS, 0) | {"to_print": 1}
    assert list(queries.for_somebody(["greg"], now)) == [letter]
    for _ in range(2):
        actions.printed(letter=Letter.objects.get(), by=Vish(), now=now + timedelta(hours=1))
    assert not queries.for_somebody(["greg"], now).exists()
    sent = Letter.objects.get()
    assert (sent.state, sent.sent_at, sent.seen_to_by) == ("sent", now + timedelta(hours=1), "vish")


def test_its_gate_tells_the_address_and_the_size(posted, gate, now):
    gate("to individual:", lambda letter: Go(to="2 New Street\nCalderford", to_name="Greg", print_size="largest"))
    posted(to="")
    deliverer.deliver_due(now)
    [letter] = queries.for_somebody(["greg"], now)
    assert (letter.to, letter.to_name, letter.print_size) == ("2 New Street\nCalderford", "Greg", "largest")


def test_only_on_paper_has_an_address_several_lines(letter):
    assert letter(channel="print", to="1 Row\r\nCalderford").to == "1 Row\nCalderford"
    for channel in ("email", "text"):
        with pytest.raises(NotPosted):
            letter(channel=channel, to="07700 900123\n07700 900124")
    with pytest.raises(NotPosted):
        letter(channel="print", to="1 Row\x00\nCalderford")


def test_the_window_of_the_envelope_shows_name_and_address(posted):
    shown = lines_of(posted())
    for line in ("Greg Ward", *ADDRESS.splitlines()):
        _, left, top = shown[line]
        assert 24 <= left <= 26
        assert 55 <= top <= 79, line
    assert shown["24 November 2026"][1] > 100
    assert shown["It is waiting for you."][2] > 95


def test_a_printing_service_finds_the_address_where_it_looks(posted, settings):
    settings.LETTER_PROVIDER = "notify"
    shown = lines_of(posted(to="Flat 2\nThe Mill\n14 Canal Row\nOver\nCalderford\nCF1 2AB"))
    for line in ("Greg Ward", "Flat 2", "CF1 2AB"):
        _, left, top = shown[line]
        assert left >= 24.5 and top >= 39.9 and top + 3.7 <= 66.3, line
    assert shown["24 November 2026"][1] >= 125
    assert shown["It is waiting for you."][2] >= 95


@pytest.mark.shows("Q-17", "Q-63")
@pytest.mark.parametrize(("size", "points"), [("", 12), ("large", 16), ("largest", 24)])
def test_the_words_are_in_the_size_that_its_reader_likes(posted, size, points):
    letter = posted()
    letter.print_size = size
    assert lines_of(letter)["It is waiting for you."][0] == pytest.approx(points)


def test_a_long_letter_has_page_numbers_and_a_short_one_has_none(posted):
    long = posted(body="We talk about the canal.\n\n" * 60)
    assert pages(paper.pdf(long)) == 3
    assert pages(paper.pdf(posted())) == 1
    assert "counter(pages)" in paper.NUMBERED


@pytest.mark.shows("Q-54")
def test_help_now_stands_at_the_end_of_a_letter_to_the_individual_alone(posted):
    assert "116 123" in paper.page_of(posted())
    assert "116 123" not in paper.page_of(posted(kind="to place: a kind"))


def test_help_now_in_a_letter_is_that_of_the_nation_or_of_the_organisation(posted, settings, tmp_path):
    settings.KITH_NATION = "NIR"
    page = paper.page_of(posted())
    assert "Lifeline 0808 808 8000" in page and "111" not in page
    (tmp_path / "help.toml").write_text(OWN.replace("ENG", "NIR"))
    settings.HELP_FILE = str(tmp_path / "help.toml")
    assert "Ring us on 01632 960412." in paper.page_of(posted())


def test_the_file_tells_nothing_about_anybody(posted):
    pdf = inside(paper.pdf(posted()))
    assert re.findall(rb"/Title\s*\((.*?)\)", pdf) == [b"Letter"]
    assert b"/Author" not in pdf and b"Greg" not in pdf and b"Canal" not in pdf


def test_it_is_set_in_our_own_letters_and_every_name_is_whole(posted):
    pdf = inside(paper.pdf(posted(body="Łukasz and Siân")))
    names = set(re.findall(rb"/FontName\s*/([^\s/]+)", pdf))
    assert names and all(b"Kith" in name for name in names)


@pytest.mark.parametrize(
    "body", ['<img src="http://127.0.0.1:1/x.png">', '<link rel="stylesheet" href="file:///etc/hostname">', "<b>x</b>"]
)
def test_words_are_words_and_have_nothing_fetched(posted, body):
    page = paper.page_of(posted(body=body))
    assert "&lt;" in page and body not in page


@pytest.mark.parametrize("url", ["http://127.0.0.1/x", "https://kith.example/x", "file:///etc/hostname", "data:,x"])
def test_only_our_own_font_is_opened(url):
    with pytest.raises(ValueError, match="Nothing is fetched"):
        sheets.OnlyOurFonts().fetch(url)
