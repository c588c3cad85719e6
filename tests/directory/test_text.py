"""HTML to clean text, and the short text people see first."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.directory.reading.text import BARE_TAG, _of_simple, _Plain, plain_text, summary_of

CLEANED = [
    ("", ""),
    (None, ""),
    ("   ", ""),
    ("<p>&nbsp;</p>", ""),
    ("<p>Tea &amp; cake</p><p>Every week</p>", "Tea & cake\n\nEvery week"),
    ("<ul><li>Sing</li><li>Laugh</li></ul>", "- Sing\n- Laugh"),
    ("One<br>two<br/>three", "One\ntwo\nthree"),
    ("a&nbsp;b\u00a0c", "a b c"),
    ("<!--[if gte mso 9]><xml>junk</xml><![endif]-->Hello<o:p></o:p>", "Hello"),
    ("<style>p{color:red}</style><script>alert(1)</script>Hi", "Hi"),
    ('<p class="MsoNormal" style="mso-margin-top-alt:auto">Choir</p>', "Choir"),
    ("plain\nlines\n\nstay", "plain\nlines\n\nstay"),
    ("Fish < chips > peas", "Fish < chips > peas"),
    ("• one\n• two", "- one\n- two"),
    ("zero\u200bwidth\ufeff \x00nul \ud800", "zerowidth nul"),
    ("<p>unclosed <b>bold", "unclosed bold"),
    ("Zoë &eacute;t 李小龙 😀 שלום", "Zoë &eacute;t 李小龙 😀 שלום".replace("&eacute;", "é")),
]


@pytest.mark.parametrize(("written", "clean"), CLEANED)
def test_becomes_plain(written, clean):
    assert plain_text(written) == clean


def test_summary_ends_at_a_sentence():
    long_text = "We sing. " + "It is a friendly place to come and sing with others in the old mill. " * 5
    summary = summary_of(long_text)
    assert summary.endswith("mill.")
    assert len(summary) <= 220


def test_summary_of_one_endless_sentence_ends_at_a_word():
    summary = summary_of("sing and " * 100)
    assert summary.endswith("…")
    assert len(summary) <= 220


def test_summary_leaves_out_a_first_line_that_is_the_name():
    assert summary_of("Rock choir\n\nCome and sing.", "Rock Choir") == "Come and sing."


PIECES = ("<p>", "</p>", "<P/>", "<br>", "<br/>", "<li>", "</li>", "<td/>", "</td/>", "<b>", "</b>", "Tea", " ", "  ")
PIECES = (*PIECES, "\n", "\t", "\xa0", "&amp;", "£3", "ſ", "\x07", "\u2028")


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_texts_of_whole_tags_are_read_as_the_parser_reads_them(written):
    """They are read without it, as it takes five times as long and most texts are of this kind."""
    parser = _Plain()
    parser.feed(written)
    parser.close()
    assert _of_simple(BARE_TAG.split(written)) == "".join(parser.pieces)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_text_becomes_short_and_clean(written):
    clean = plain_text(written)
    assert "\x00" not in clean
    assert len(summary_of(clean)) <= 220
    assert plain_text(f"<p>{'<div>' * 2000}x") == "x"


@pytest.mark.parametrize(
    "unit", ["<div ", "<!--", '<a b="', "<a b='>' ", "<![if ", "<![CDATA[", "<?xml ", "</a ", "< ", "<a '\" "]
)
def test_a_text_made_of_open_tags_is_read_in_a_moment(unit):
    began = time.monotonic()
    read = plain_text("<p>Yoga on Monday.</p>" + unit * 60_000 + "<p>Bring a mat.</p>")
    assert read.startswith("Yoga on Monday.") and time.monotonic() - began < 20


def test_what_stands_in_tags_is_left_out_whatever_it_is():
    written = '<p class="a > b">Hi <b>there</b></p><!-- no --><ul><li>One<br/>two</ul><p title="a < b">Three'
    assert plain_text(written) == "Hi there\n\n- One\ntwo\n\nThree"
