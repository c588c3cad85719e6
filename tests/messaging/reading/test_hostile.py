"""Whatever is sent to us, it is read soon and in little memory, and nobody else waits."""

import base64

import pytest

from kith.messaging.reading import TooLarge, mail, new_words, plain_answer, read_mail, time_in
from kith.messaging.reading.content import MOST_FILES
from kith.messaging.reading.html import text_of
from kith.messaging.reading.parts import DEEPEST, MOST_PARTS, Opener
from tests.messaging.reading.bounds import growth, megabytes, seconds
from tests.messaging.reading.post import GREG, pieces, text_piece

SOON = 3  # seconds; what takes longer than this here once took minutes
MEGABYTE = 1_000_000


def attached(size: int, name: str = "photo.jpg") -> str:
    body = base64.encodebytes(b"\xff\xd8\xff" + bytes(size)).decode()
    return f'Content-Type: image/jpeg; name="{name}"\nContent-Transfer-Encoding: base64\n\n{body}'


def nested(depth: int, inside: bytes) -> bytes:
    levels = (b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(depth))
    return b"From: greg@post.example\n" + b"".join(levels) + inside


def test_an_email_that_is_too_large_is_not_looked_at():
    with pytest.raises(TooLarge):
        read_mail(bytes(mail.MOST_BYTES + 1))


def test_25_megabytes_with_one_file_are_read_and_the_file_is_left_out():
    whole = pieces(text_piece("I went!"), attached(18_300_000))
    assert 24 * MEGABYTE < len(whole) <= mail.MOST_BYTES
    found = {}
    assert seconds(lambda: found.update(mail=read_mail(whole))) < SOON
    assert found["mail"].words == "I went!"
    assert found["mail"].left_out == (("photo.jpg", "It is larger than 10 MB."),)
    assert megabytes(lambda: read_mail(whole)) < 5


def test_files_of_ten_megabytes_are_taken_with_little_more_memory_than_they_need():
    whole = pieces(text_piece("I went!"), attached(9_000_000), attached(9_000_000))
    assert [len(data) for _name, data in read_mail(whole).files] == [9_000_003] * 2
    assert megabytes(lambda: read_mail(whole)) < 60


def test_pieces_five_hundred_deep_are_looked_at_as_far_as_is_sane():
    whole = nested(500, text_piece("deep").encode() + b"\n" * MEGABYTE)
    found = {}
    assert seconds(lambda: found.update(mail=read_mail(whole))) < SOON
    assert ("More of the email", f"Kith opens the first {MOST_PARTS} pieces of an email.") in found["mail"].left_out


def test_twenty_thousand_levels_do_not_stop_it():
    assert seconds(lambda: read_mail(nested(20_000, b"deep"))) < SOON


def test_no_more_pieces_are_opened_than_the_limit():
    opener = Opener(pieces(*[text_piece(f"piece {number}") for number in range(1_000)]))
    assert len(list(opener.open().leaves())) == MOST_PARTS - 1
    assert opener.stopped
    opener = Opener(nested(DEEPEST + 5, b"deep"))
    depth, part = 0, opener.open()
    while part.within:
        depth, part = depth + 1, part.within[0]
    assert depth == DEEPEST


def test_a_thousand_files_are_ten_and_a_word_about_the_rest():
    mail = read_mail(pieces(text_piece("I went!"), *[attached(10, f"{number}.jpg") for number in range(1_000)]))
    assert len(mail.files) == MOST_FILES
    assert len(mail.left_out) < MOST_PARTS
    assert mail.words == "I went!"


HEADERS = {
    "a megabyte of odd lines": b": x\n" * 250_000,
    "a megabyte in one line": b"X-Odd: " + b"(" * MEGABYTE + b"\n",
    "a hundred thousand headers": b"Subject: a\n" * 100_000,
    "folded for ever": b"Subject: a\n" + b" b\n" * 300_000,
    "ten thousand who get it": b"To: " + b",".join(b"a%d@many.example" % number for number in range(10_000)) + b"\n",
    "many who get it, many times": (b"To: " + b"a@b.example," * 800 + b"\n") * 50,
    "brackets in a sender": b"From: " + b"(" * 500_000 + b"\n",
    "quotes in a sender": b'From: "' + b'\\"' * 400_000 + b"\n",
    "quotes in those who get it": (b'To: "' + b'\\"' * 4_000 + b"\n") * 50,
    "angles in a sender": b"From: " + b"<" * 500_000 + b"\n",
    "encoded words": b"Subject: " + b"=?utf-8?q?a?= " * 60_000 + b"\n",
    "half an encoded word": b"Subject: " + b"=?" * 400_000 + b"\n",
    "what went before": b"References: " + b"<a@b> " * 150_000 + b"\n",
    "results": b"Authentication-Results: " + b"dkim=pass (" * 90_000 + b"\n",
    "a type of many words": b"Content-Type: text/plain" + b"; a=b" * 160_000 + b"\n",
    "a type of brackets": b"Content-Type: text/plain; a=" + b"(" * 500_000 + b"\n",
    "a name in a thousand pieces": b"Content-Type: text/plain; "
    + b"".join(b"name*%d*=a;" % n for n in range(9_999))
    + b"\n",
    "a number for a date": b"Date: " + b"9" * 500_000 + b"\n",
}


@pytest.mark.parametrize("headers", HEADERS.values(), ids=HEADERS.keys())
@pytest.mark.attack("A-29")
def test_headers_of_any_size_take_little_time(headers):
    whole = headers + b"\nI went!"
    assert seconds(lambda: read_mail(whole)) < 1
    assert megabytes(lambda: read_mail(whole)) < 100


HTML = [
    *("<div>", "<div ", "</p>", "<", "<!--", "<!", "</", "<a '", '<a "', "<blockquote>x", "&", "&#9999999999;"),
    *("<style>", "<svg></svg>", "<br>", "<p class=gmail_signature>", "<pre>x\n"),
]


@pytest.mark.parametrize("piece", HTML)
def test_html_of_any_kind_takes_little_time(piece):
    html = (piece * 500_000)[:500_000]
    assert seconds(lambda: text_of(html)) < SOON


@pytest.mark.parametrize("begins", ["<", "</", "<a ", '<a "', "<a b='", "<!--", "<style>", "&", "<p class="])
def test_html_that_never_ends_its_tag_takes_no_longer_than_its_length(begins):
    assert growth(lambda size: text_of(begins + "x" * size), 10_000) < 8


TEXTS = {
    "On": "On " * 100_000,
    "On, below each other": "On\n" * 100_000,
    "On and wrote": "On 3 Nov 2026 x wrote " * 3_000,
    "On and wrote, lines": "On 3 Nov 2026, Sam wrote:\n" * 3_000,
    "skrev": "Den x skrev " * 5_000,
    "skrev, lines": ("Den 3 nov 2026 " + "x skriver " * 25 + "y:\n") * 500,
    "quotes": "> " * 50_000,
    "quotes, lines": ">\n" * 50_000,
    "underscores": "_" * 50_000,
    "dashes": "-- \n" * 50_000,
    "bare dashes": "--\n" * 50_000,
    "one line": "x" * MEGABYTE,
    "blank lines": "x" + "\n" * 50_000 + "y",
    "lines of spaces": "x\n" + "   \n" * 20_000 + "y",
    "spaces": "x" + " " * 50_000 + "y",
    "From": "From: a@b.example\n" * 3_000,
    "From and Sent": "From: a\nSent: b\n\n" * 3_000,
    "colons": ":\n" * 50_000,
    "telephones": "Sent from my iPhone\n" * 3_000,
    "old messages": "-----Original Message-----\n" * 3_000,
    "stars": "*" * 50_000,
    "ours, again and again": "Did you go\n" * 5_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_new_words_are_found_soon_in_any_text(text):
    assert seconds(lambda: new_words(text, "Did you go to the club?\n" + "Did you go\n" * 2_000)) < SOON


@pytest.mark.parametrize("piece", ["27:40 ", "2", "27 min ", "1,", "27 min\n\n\n", "at 9:00 and ", "y", "👍"])
def test_results_and_plain_answers_are_looked_for_soon(piece):
    assert seconds(lambda: (time_in(piece * 50_000), plain_answer(piece * 50_000))) < 1


def test_an_email_inside_an_email_is_left_out_and_its_words_are_not_the_senders():
    inner = "Content-Type: message/rfc822\n\nFrom: vish@kith.example\nSubject: other\n\nNot this time"
    mail = read_mail(pieces(text_piece("I went!"), inner))
    assert (mail.sender, mail.words) == (GREG, "I went!")
    assert mail.left_out == (("An email", "An email inside an email cannot be kept here yet."),)


@pytest.mark.parametrize(
    ("headers", "name"),
    [
        ('Content-Type: image/jpeg; name="a.jpg"', "a.jpg"),
        ("Content-Type: image/jpeg\nContent-Disposition: attachment; filename*=utf-8''caf%C3%A9.jpg", "café.jpg"),
        (
            "Content-Type: image/jpeg\nContent-Disposition: attachment; filename*0*=utf-8''caf; filename*1*=%C3%A9.jpg",
            "café.jpg",
        ),
        ("Content-Type: image/jpeg; name*=unicode_escape''%5Cq.jpg", "\\q.jpg"),
        ("Content-Type: image/jpeg; name*=x-none''%ff.jpg", "ÿ.jpg"),
        ("Content-Type: image/jpeg; name*0*=x''%; name*1=b; name**=c", None),
        ('Content-Type: image/jpeg; name="=?utf-8?b?Y2Fmw6kuanBn?="', "café.jpg"),
        ('Content-Type: image/jpeg; name="a\r\n b.jpg"', "a b.jpg"),
        ("Content-Type: image/jpeg", "A file"),
    ],
)
def test_a_file_has_its_name_however_it_was_written(headers, name):
    files = read_mail(pieces(text_piece("I went!"), f"{headers}\n\nxyz")).files
    assert len(files) == 1
    assert name in (None, files[0][0])


@pytest.mark.parametrize(
    ("piece", "left_out"),
    [
        ("Content-Type: application/ms-tnef; name=winmail.dat\n\nx", "winmail.dat"),
        ("Content-Type: application/octet-stream; name=winmail.dat\n\nx", "winmail.dat"),
        ("Content-Type: text/calendar; method=REQUEST\n\nBEGIN:VCALENDAR", "An invitation"),
        ("Content-Type: application/pkcs7-mime; name=smime.p7m\n\nx", "smime.p7m"),
        ("Content-Type: image/png; name=empty.png\n\n", "empty.png"),
        ("Content-Type: multipart/encrypted; boundary=i\n\n--i\n\nx\n--i--", "The email"),
        ("Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\nabc", "The email"),
    ],
)
def test_what_cannot_be_kept_is_named_with_a_reason(piece, left_out):
    mail = read_mail(pieces(text_piece("I went!"), piece))
    assert mail.words == "I went!"
    assert [name for name, _why in mail.left_out] == [left_out]
    assert mail.left_out[0][1].endswith(".")
    assert mail.files == ()


def test_a_seal_is_no_file():
    mail = read_mail(
        pieces(text_piece("I went!"), "Content-Type: application/pgp-signature; name=s.asc\n\nx", kind="signed")
    )
    assert (mail.words, mail.files, mail.left_out) == ("I went!", (), ())


def test_a_picture_within_html_is_a_file():
    picture = "Content-Type: image/png; name=sun.png\nContent-ID: <sun>\nContent-Disposition: inline\n\nxyz"
    html = "Content-Type: text/html\n\n<p>I went! <img src='cid:sun'></p>"
    mail = read_mail(pieces(html, picture, kind="related"))
    assert (mail.words, mail.files) == ("I went!", (("sun.png", b"xyz"),))
