"""An email becomes plain values: who, to whom, what it answers, and the words."""

import pytest

from kith.messaging.reading import Kind, read_mail
from kith.messaging.reading.headers import Headers, plain
from tests.messaging.reading.post import GREG, KITH, as_html, pieces, raw, text_piece, written


def test_an_ordinary_email_is_read():
    mail = read_mail(
        written(
            "I went!\n\nIt was good.", In_Reply_To="<q@kith.example>", References="<p@x> <q@kith.example>"
        ).as_bytes()
    )
    assert (mail.sender, mail.recipients) == (GREG, (KITH,))
    assert mail.answers == ("<q@kith.example>", "<p@x>")
    assert (mail.kind, mail.words) == (Kind.WRITTEN, "I went!\n\nIt was good.")
    assert (mail.files, mail.left_out, mail.authentication) == ((), (), "")


@pytest.mark.parametrize(
    ("headers", "sender"),
    [
        (["From: Greg <GREG@Post.Example>"], "greg@post.example"),
        (["From: greg@post.example (Greg)"], "greg@post.example"),
        (["From: <greg@post.example>"], "greg@post.example"),
        (['From: "Adams, Greg" <greg@post.example>'], "greg@post.example"),
        (['From: "vish@kith.example" <greg@post.example>'], "greg@post.example"),
        (["From: vish@kith.example <greg@post.example>"], "greg@post.example"),
        (["From: =?utf-8?q?vish=40kith.example=2C?= <greg@post.example>"], "greg@post.example"),
        ([], ""),
        (["From: "], ""),
        (["From: Greg"], ""),
        (["From: <@>"], ""),
        (["From: a@b@c, <"], ""),
        (["From: greg@post.example, vish@kith.example"], ""),
        (["From: vish@kith.example, Greg <greg@post.example>"], ""),
        (["From: greg@post.example", "From: vish@kith.example"], ""),
        (["From: undisclosed-recipients:;"], ""),
    ],
)
def test_there_is_one_sender_or_none(headers, sender):
    assert read_mail(raw(b"I went!", *headers)).sender == sender


def test_a_letter_that_only_looks_alike_does_not_become_another_address():
    kelvin = "From: gre\u212a@post.example".encode()
    assert read_mail(kelvin + b"\n\nI went!").sender != "grek@post.example"


def test_where_it_was_delivered_comes_before_everybody_named():
    many = ", ".join(f"a{number}@many.example" for number in range(10_000))
    mail = read_mail(raw(b"Hello", f"To: {many}", f"Cc: {many}", f"Delivered-To: {KITH.upper()}"))
    assert len(mail.recipients) == 50
    assert mail.recipients[0] == KITH


@pytest.mark.parametrize("header", ["To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"])
def test_each_way_of_naming_who_gets_it_is_read(header):
    assert KITH in read_mail(raw(b"Hello", f"{header}: Kith <{KITH}>")).recipients


@pytest.mark.parametrize(
    ("written_as", "read_as"),
    [
        ("=?utf-8?q?a=0D=0ABcc:_sam@gym.example?=", "a Bcc: sam@gym.example"),
        ("one\n two", "one two"),
        ("=?utf-8?b?8J+RjQ==?= =?utf-8?q?_went?=", "👍 went"),
        ("=?iso-8859-1?q?caf=E9?=", "café"),
        ("=?x-unknown?q?hello?=", "hello"),
        ("=?zlib?q?hello?=", "hello"),
        ("=?utf-8?b?!!!?=", ""),
        ("=?utf-8?b?", "=?utf-8?b?"),
        ("caf\xe9", "café"),
        ("\x00a\x1b[31mb", "a[31mb"),
        ("x" * 5_000, "x" * 200),
    ],
)
def test_a_subject_is_one_plain_line(written_as, read_as):
    assert plain(Headers(raw(b"", f"Subject: {written_as}")).first("subject"), 200) == read_as


@pytest.mark.parametrize(
    ("body", "headers", "words"),
    [
        ("caf\xe9".encode("latin-1"), ["Content-Type: text/plain; charset=utf-8"], "café"),
        ("café".encode(), ["Content-Type: text/plain; charset=iso-8859-1"], "café"),
        ("café".encode(), ["Content-Type: text/plain; charset=x-nobody-knows"], "café"),
        ("café".encode(), ["Content-Type: text/plain; charset=zlib"], "café"),
        ("café".encode(), ["Content-Type: text/plain; charset=unicode_escape"], "café"),
        ("日本".encode("iso-2022-jp"), ["Content-Type: text/plain; charset=iso-2022-jp"], "日本"),
        ("café".encode("utf-16"), ["Content-Type: text/plain; charset=utf-16"], "café"),
        (b"SSB3ZW50IQ", ["Content-Transfer-Encoding: base64"], "I went!"),
        (b"SSB3\n*ZW50IQ==", ["Content-Transfer-Encoding: base64"], "I went!"),
        (b"I went=21=", ["Content-Transfer-Encoding: quoted-printable"], "I went!"),
        (b"I went=ZZ =\n again", ["Content-Transfer-Encoding: quoted-printable"], "I went=ZZ  again"),
        (b"I\x00 we\x07nt\xef\xbb\xbf!", [], "I went!"),
        (b"one\rtwo\r\nthree", [], "one\ntwo\nthree"),
        ("a \u202etxt.exe\u202c b".encode(), [], "a txt.exe b"),
        (b"I ran \nfive miles\n", ["Content-Type: text/plain; format=flowed"], "I ran five miles"),
        (b"I ran fi \nve miles", ["Content-Type: text/plain; format=flowed; delsp=yes"], "I ran five miles"),
        (b"I went\n-- \nGreg", ["Content-Type: text/plain; format=flowed"], "I went"),
        (b"I went!", ["Content-Type: ;;;"], "I went!"),
        (b"I went!", ["Content-Type: multipart/mixed"], "I went!"),
        (b"--b\nContent-Type: text/plain\n\nI went!\n--b--", ["Content-Type: multipart/mixed"], "I went!"),
        (b"--b\n\nI went!\n", ["Content-Type: multipart/mixed; boundary=b"], "I went!"),
        (b"I went!", ["Content-Type: text/plain; name=body.txt"], "I went!"),
    ],
)
def test_words_are_read_however_they_were_packed(body, headers, words):
    assert read_mail(raw(body, "From: greg@post.example", *headers)).words == words


@pytest.mark.parametrize("whole", [b"", b"\n", b"\r\n\r\n", b"\x00", b"From", b"\xff" * 100, b"--", b"Subject: x"])
def test_next_to_nothing_is_an_email_without_words(whole):
    assert read_mail(whole).sender == ""


def test_bytes_without_headers_are_words():
    assert read_mail(b"I went!\n\nIt was good.").words == "I went!\n\nIt was good."


def test_an_email_of_lone_carriage_returns_is_read():
    mail = read_mail(b"From: greg@post.example\rSubject: Hello\r\rI went!\r")
    assert (mail.sender, mail.words) == ("greg@post.example", "I went!")


def test_plain_words_are_taken_before_the_same_as_html():
    both = pieces(text_piece("I went!"), "Content-Type: text/html\n\n<p>I <b>went!</b></p>", kind="alternative")
    assert read_mail(both).words == "I went!"


def test_html_is_taken_when_the_plain_words_are_empty():
    both = pieces(text_piece("  "), "Content-Type: text/html\n\n<p>I <b>went!</b></p>", kind="alternative")
    assert read_mail(both).words == "I went!"


def test_words_above_and_below_a_picture_are_all_read():
    picture = "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo="
    mail = read_mail(pieces(text_piece("I went!"), picture, text_piece("See?")))
    assert mail.words == "I went!\n\nSee?"
    assert mail.files == (("A file", b"\x89PNG\r\n\x1a\n"),)


def test_a_very_long_email_keeps_its_beginning_and_says_so():
    mail = read_mail(raw("I went and ran. " * 20_000))
    assert 49_000 < len(mail.words) <= 50_000
    assert ("The end of the email", "It was longer than Kith keeps.") in mail.left_out


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>I went!</p><p>It was<br>good &amp; warm</p>", "I went!\n\nIt was\ngood & warm"),
        ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"),
        ("<head><style>p{x:y}</style><title>t</title></head><body>Hello<script>x()</script></body>", "Hello"),
        ("<head><body>Hello", "Hello"),
        ("a < b <3 you", "a < b <3 you"),
        ("<!-- hidden -->Hello<!-- never closed", "Hello"),
        ("<ul><li>Milk</li><li>Eggs</li></ul>", "- Milk\n- Eggs"),
        ("<pre>one\n  two</pre>", "one\n  two"),
        ("I went! &#99999999999999999999; &#" + "9" * 5_000 + ";", "I went!"),
        ("<p title=\"a>b\">Hello</p>", "Hello"),
        ('<div>I went!</div><blockquote type="cite">Not this time</blockquote>', "I went!"),
        ('I went!<div class="gmail_quote"><div class="gmail_attr">On Tue, 3 Nov 2026 at 10:00, '
         'Kith &lt;a@kith.example&gt; wrote:<br></div><blockquote class="gmail_quote">Not this time</blockquote></div>',
         "I went!"),
        ('<div>I went!</div><hr><div id="divRplyFwdMsg"><b>Unknown:</b> Kith</div><div>Not this time</div>', "I went!"),
        ('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">Indented words</blockquote>', "Indented words"),
        ('<div>I went!</div><div class="gmail_signature">Greg<br>01632 960123</div>', "I went!"),
        ("<blockquote>Did you go?</blockquote><div>Yes</div><blockquote>With Sam?</blockquote><div>No, alone</div>",
         "Yes\n\nNo, alone"),
    ],
)  # a table, a row a line # fmt: skip
def test_words_that_come_only_as_html_are_read(html, words):
    assert read_mail(as_html(html)).words == words


@pytest.mark.parametrize(
    ("results", "answer"),
    [
        ("mx.kith.example; dmarc=pass (p=none) header.from=post.example", "pass"),
        ("mx.kith.example; dmarc=fail header.from=post.example; spf=pass smtp.mailfrom=post.example", "fail"),
        ("mx.kith.example; dkim=pass header.d=post.example", "pass"),
        ("mx.kith.example; dkim=fail header.d=post.example; spf=pass smtp.mailfrom=greg@post.example", "pass"),
        ("mx.kith.example; spf=pass smtp.mailfrom=other.example", ""),
        ("mx.kith.example; dkim=pass header.d=other.example; spf=fail smtp.mailfrom=post.example", "fail"),
        ("mx.kith.example; spf=softfail smtp.mailfrom=post.example", "fail"),
        ("mx.kith.example; none", ""),
        ("mx.kith.example; spf=neutral (dmarc=pass)", ""),
        ('mx.kith.example; spf=none reason="dmarc=pass"', ""),
    ],
)
def test_the_mail_server_vouches_for_the_senders_own_domain_or_not(results, answer):
    mail = read_mail(raw(b"I went!", f"Authentication-Results: {results}", f"From: {GREG}"))
    assert mail.authentication == answer


def test_only_the_topmost_line_about_the_sender_counts():
    theirs = "Authentication-Results: elsewhere.example; dmarc=pass"
    ours = "Authentication-Results: mx.kith.example; dmarc=fail"
    assert read_mail(raw(b"I went!", ours, theirs, f"From: {GREG}")).authentication == "fail"
