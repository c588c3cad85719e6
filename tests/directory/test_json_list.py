"""A long list is read one thing at a time, and says the same as when it is read whole."""

import json
from random import Random

import pytest

from kith.access.refusal import Refused
from kith.directory.reading import json_list
from kith.directory.reading.json_list import survey, things_in

NAMES = ("contents", "services")


@pytest.fixture
def write(tmp_path):
    def writing(text: str | bytes):
        file = tmp_path / "list.json"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return writing


def some(chance: Random, depth: int = 0) -> object:
    """Anything that JSON can say."""
    kinds = [lambda: chance.choice([None, True, False]), lambda: chance.randrange(-(10**9), 10**9)]
    kinds += [
        lambda: chance.random() * 1e5,
        lambda: "".join(chance.choices('ab"\\ £\n{}[],:é😀', k=chance.randrange(9))),
    ]
    if depth < 3:
        kinds.append(lambda: [some(chance, depth + 1) for _ in range(chance.randrange(4))])
        kinds.append(lambda: {str(number): some(chance, depth + 1) for number in range(chance.randrange(4))})
    return chance.choice(kinds)()


@pytest.mark.parametrize("chunk", [1, 2, 7, 64, 10_000])
def test_however_it_is_cut_it_is_what_it_would_be_whole(write, monkeypatch, chunk):
    monkeypatch.setattr(json_list, "CHUNK", chunk)
    chance = Random(chunk)
    for number in range(20):
        things = [some(chance) for _ in range(chance.randrange(6))]
        spaced = json.dumps(things, indent=number % 3 or None, ensure_ascii=bool(number % 2))
        file = write(spaced)
        found = survey(file, NAMES)
        assert (found.name, found.count, found.first) == ("", len(things), things[0] if things else None)
        assert list(things_in(file, "")) == things
        file = write(f' {{"total_items": 7, "x": {{"contents": [9]}}, "services": {spaced}, "last": true}}\n')
        found = survey(file, NAMES)
        assert (found.name, found.count, found.beside) == ("services", len(things), {"total_items": 7, "last": True})
        assert list(things_in(file, "services")) == things


def test_of_two_lists_the_name_that_comes_first_counts(write):
    assert survey(write('{"services": [1], "contents": [2, 3]}'), NAMES).count == 2


def test_what_holds_no_list_says_what_it_holds(write):
    found = survey(write('{"id": "1", "name": "Choir", "contents": "none"}'), NAMES)
    assert (found.name, found.beside["name"]) == (None, "Choir")
    assert survey(write("7"), NAMES).name is None
    assert survey(write("{}"), NAMES).name is None


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1]]",
        "[1] x",
        "{",
        '{"a"}',
        '{"a":}',
        '{"contents": [1}',
        '["a',
        "nul",
        "[1][",
    ],
)
def test_what_is_not_whole_is_refused_before_anything_is_done(write, text):
    with pytest.raises(Refused, match="not whole JSON"):
        survey(write(text), NAMES)


def test_what_is_not_text_or_too_deep_is_refused(write):
    with pytest.raises(Refused, match="not text"):
        survey(write(b'["\xff\xfe"]'), NAMES)
    with pytest.raises(Refused, match="too deeply"):
        survey(write('{"contents": ' + "[" * 100_000), NAMES)


def test_a_mark_at_the_beginning_is_passed_over(write):
    assert list(things_in(write("\ufeff[1, 2]"), "")) == [1, 2]
