"""What nobody would think of sending: it never stops the reading, and no words are made up."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kith.messaging.reading import Kept, Mail, keep_picture, new_words, number_in, plain_answer, read_mail, time_in
from tests.messaging.reading.post import pieces, text_piece, written
from tests.messaging.reading.test_files import from_a_telephone, picture
from tests.messaging.reading.test_kinds import report
from tests.messaging.reading.test_replies import HEADS, PHONES, STAY, WROTE

GOOD = [
    written("I went!\n\nOn 3 Nov 2026, Kith <a@kith.example> wrote:\n> Not this time").as_bytes(),
    pieces(text_piece("I went!"), "Content-Type: text/html; charset=utf-8\n\n<p>Hi</p>", kind="alternative"),
    pieces(
        text_piece("I went!"),
        "Content-Type: image/png; name*0*=utf-8''a; name*1*=%20b\nContent-Transfer-Encoding: base64\n\naaaa",
    ),
    report(),
]
SPECIAL = [
    b"\r\n",
    b"\n\n",
    b"--edge",
    b"=?utf-8?q?",
    b"?=",
    b"<",
    b">",
    b'"',
    b"(",
    b";",
    b"\x00",
    b"\xff",
    b"=",
    b"*0*=",
    b"%",
]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
@example(b"From: a@b@c, <\n\n")
def test_any_bytes_are_an_email(raw):
    assert isinstance(read_mail(raw), Mail)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(GOOD),
    st.lists(st.tuples(st.integers(0, 2_000), st.sampled_from(SPECIAL) | st.binary(max_size=3)), max_size=6),
)
def test_a_damaged_email_is_still_an_email(good, damage):
    raw = bytearray(good)
    for at, what in damage:
        raw[at % len(raw) : at % len(raw) + len(what)] = what
    mail = read_mail(bytes(raw))
    assert "\n" not in mail.sender + "".join(mail.recipients)
    assert len(mail.text) <= 50_000 and len(mail.recipients) <= 50


LINES = st.sampled_from(
    ["", "I went!", "> quoted", ">> more", "Yes", "-- ", "--", "_____", *WROTE, *PHONES, *STAY[:20], *HEADS]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(LINES | st.text(max_size=30), max_size=15), st.lists(LINES, max_size=4))
def test_every_new_line_stands_in_what_came(lines, ours):
    text = "\n".join(lines)
    found = new_words(text, "\n".join(ours))
    came = [" ".join(line.split()) for line in text.splitlines()]
    assert [line for line in found.splitlines() if line.strip() and not stands_in(line, came)] == []
    assert bool(found.strip()) == bool(text.strip()) or not visible(text)


def stands_in(line: str, came: list[str]) -> bool:
    """As it came, but for signs that no page shows."""
    return visible(line) in {visible(each) for each in came} | {visible(" ".join(came))}


def visible(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() and not letter.isspace())


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.text(max_size=6))
def test_results_and_answers_are_looked_for_in_any_words(words, unit):
    assert isinstance(time_in(words) + number_in(words, unit), str)
    plain_answer(words)


@pytest.mark.parametrize("how", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_damaged_picture_is_kept_or_left_out_with_a_reason(how):
    chance = random.Random(4711)
    good = picture(how, size=(60, 40), **({} if how == "GIF" else {"exif": from_a_telephone()}))
    for _try in range(150):
        data = bytearray(good)
        for _damage in range(chance.randint(1, 6)):
            data[chance.randrange(3, len(data))] = chance.randrange(256)
        kept = keep_picture("a", bytes(data))
        assert isinstance(kept, Kept) or kept.endswith(".")
