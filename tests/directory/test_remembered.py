"""What readers keep of texts that lists repeat."""

from kith.directory.reading.contact import day_of
from kith.directory.reading.remembered import SHORT, remembered


def test_a_short_text_is_read_once_and_a_long_one_each_time():
    """Else a list of long nonsense would stay in memory."""
    seen = []
    read = remembered(lambda text: seen.append(text) or text.upper())
    long = "x" * (SHORT + 1)
    assert [read("tea"), read("tea"), read(long), read(long)] == ["TEA", "TEA", long.upper(), long.upper()]
    assert seen == ["tea", long, long]


def test_a_day_is_the_same_however_long_the_text_around_it():
    assert day_of("2026-11-23") == day_of("2026-11-23T10:00" + "0" * SHORT)
