"""Requests that no browser sends: names for the database's language, lines for the log, a million of one character."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from .test_signing_in import raw
from .visitor import ASK, Visitor

KEYS = ("sort", "order_by", "order", "filter", "q", "near", "page", "back", "next", "mood", "at", "show", "surprise")
WORDS = (
    "_connector", "-user__password", "id) OR 1=1 --", "'; DROP TABLE people_user; --", "user__email__regex", "\x00",
    "__class__", "*", "%", "\\", "😀" * 50, "1e309", "-1", "99999999999999999999999", "[]", "{{7*7}}", "NaN",
)  # a table, a row a line # fmt: skip
MILLION = 1_000_000
PLAIN = "word "
AT_LEAST = 0.05  # seconds: the system counts in hundredths, and a quick machine takes none for plain words
TIMES_AS_MUCH = 60  # of what plain words cost, sent back whole: what is looked for costs thousands of times as much


@pytest.mark.attack("A-23")
def test_names_for_sorting_and_filtering_are_words_and_nothing_else(kith, as_):
    from urllib.parse import urlencode

    vish, before = as_("vish"), kith.as_it_stands()
    pages = ("/people/", f"/people/{kith.records['greg']}/table/", "/community/table/", "/open/oruk/services")
    for number, word in enumerate(WORDS):
        for path in (pages[number % 4], pages[3]):
            odd = dict.fromkeys(KEYS, word) | {f"{word}__in": "1", "activity__team__individual": word}
            answer = vish.get(f"{path}?{urlencode(odd)}")
            assert answer.status < 500, (path, word)
            assert "Traceback" not in answer.text and answer.text != "49", (path, number)
    assert kith.as_it_stands() == before


@pytest.mark.attack("A-24")
def test_one_request_is_one_line_of_the_log_and_no_word_of_anybody_stands_in_it(kith, as_):
    deb, greg, own = as_("deb"), as_("greg"), f"/people/{kith.records['greg']}/"
    begun = len(kith.log)
    for path in ("/nothing%0d%0aERROR%20forged/", "/nothing%1b[31m/", "/nothing%e2%80%a8forged/", f"{own}x%0aforged/"):
        deb.get(path, User_Agent="Mozilla\tforged \x1b[31m")
    words = "Nobody is to read this in a log"
    greg.post(f"{own}messages/", {"words": words * 400})
    greg.post(f"{own}goals/new/", {"words": words, "kind": "no such kind"})
    Visitor(kith).post(ASK, {"login": "somebody.private@kith.example\nforged"})
    said = kith.log[begun:]
    lines = said.splitlines()
    assert 4 <= len(lines) <= 12, said
    assert not any(line.startswith(("ERROR", "forged")) for line in lines) and "\x1b" not in said, said
    assert words not in said and "private" not in said, said


@pytest.mark.attack("A-29")
def test_headers_without_end_are_cut_off_and_others_are_served_meanwhile(kith):
    many = [f"X-Odd-{number}: {'a' * 80}" for number in range(12_000)]  # a megabyte
    begin = ["GET /account/login/ HTTP/1.1", f"Host: 127.0.0.1:{kith.port}"]
    with ThreadPoolExecutor(2) as together:
        odd = [
            together.submit(raw, kith, *begin, *many),
            together.submit(raw, kith, *begin, f"Cookie: {'a=b; ' * 200_000}"),
            together.submit(raw, kith, *begin, f"Accept-Language: {'en-' * 300_000}"),
        ]
        assert Visitor(kith).get("/crisis/").status == 200
        for each in odd:
            cut_off = isinstance(each.exception(), OSError)
            assert cut_off or each.result()[:12] in (b"HTTP/1.1 400", b"HTTP/1.1 431", b""), each.result()[:80]


@pytest.mark.attack("A-29")
@pytest.mark.parametrize("letters", ["<", ".", "a.", "&lt", "((", "@", "http://", "\n", "\u0301", "-"])
def test_a_million_of_one_character_is_told_what_fits(kith, as_, letters):
    greg, typed = as_("greg"), (letters * MILLION)[:MILLION]
    plain = max(AT_LEAST, cost_of(kith, greg, PLAIN * (MILLION // len(PLAIN))))
    assert cost_of(kith, greg, typed) < TIMES_AS_MUCH * plain


def cost_of(kith, greg, typed: str) -> float:
    """Seconds of the processor that a goal of these words takes, which is told that it is too long."""
    begun = kith.processor_seconds()
    answer = greg.post(f"/people/{kith.records['greg']}/goals/new/", {"kind": "commitment", "words": typed})
    assert answer.status == 422
    return kith.processor_seconds() - begun


@pytest.mark.attack("A-29")
def test_what_is_too_large_is_turned_away_before_it_is_read(kith, as_):
    before = kith.megabytes()
    for size in ("13000001", "99999999999999999999"):
        lines = ["POST /account/login/ HTTP/1.1", f"Host: 127.0.0.1:{kith.port}", f"Content-Length: {size}"]
        assert raw(kith, *lines)[:12] in (b"HTTP/1.1 413", b"HTTP/1.1 400"), size
    many = "&".join(f"field{number}=1" for number in range(1001)).encode()
    assert as_("greg").ask("POST", "/stay/", body=many).status == 400
    assert kith.megabytes() - before < 50
