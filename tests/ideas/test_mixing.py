"""The near, the new, what is known to us and one surprise lie among what fits, and each says which it is."""

import re

import pytest

from kith.about_me import actions as about_me
from kith.directory import actions as directory
from kith.directory.reading.entry import PlaceDetails
from kith.ideas import actions as ideas
from kith.local_knowledge import actions as local_knowledge
from tests.ideas.test_filters import add, on_table
from tests.page_words import words_of

LEAFLET = re.compile(r'<p class="leaflet-mark"><span class="chip">([^<]+)</span></p> <h3><a [^>]+>([^<]+)</a>')
FAR = PlaceDetails(name="Far hall", latitude=53.78, longitude=-1.86)  # four miles off


def marks(cast, asked="", who="idris") -> dict[str, str]:
    """What is marked, by name."""
    page = words_of(cast.browsing(who).get(cast.at(f"table/{asked}")))
    return {name: mark for mark, name in LEAFLET.findall(page)}


@pytest.fixture
def choirs(cast):
    """Fourteen further away, as good as one another by their words; then fourteen of another kind."""
    made = [add(cast, f"Singing {number:02}", place=FAR, last_checked_on=None) for number in range(14)]
    for number in range(14):
        add(cast, f"Chess {number:02}", place=FAR)
    return made


def test_what_is_near_says_so(cast, choirs):
    assert marks(cast, "?q=singing")[cast.choir.name] == "Near"


def test_what_people_here_know_comes_forward_and_says_so(cast, choirs):
    last = on_table(cast, "?q=singing")[-2]
    activity = next(each for each in choirs if each.name == last)
    about = {"activity": activity, "team": cast.team, "kind": "knows somebody", "words": "Sam", "may_be_named": True}
    local_knowledge.note(**about, by=cast.worker)
    assert last in on_table(cast, "?q=singing")[:6]
    assert marks(cast, "?q=singing")[last] == "Known to us"
    assert marks(cast, "?q=singing", "olwen")[last] == "Known to the team"
    assert "knows Sam there" in words_of(cast.browsing("idris").get(cast.at("table/?q=singing")))


def test_what_is_new_comes_forward_and_says_so(cast, choirs):
    new = add(cast, "Yodelling, a choir", place=FAR)
    assert new.name in on_table(cast, "?q=singing")[:6]
    assert marks(cast, "?q=singing")[new.name] == "New"


def test_a_worry_is_nothing_that_is_known_for_good(cast, choirs):
    about = {"activity": choirs[3], "team": cast.team, "kind": "worry", "words": "Locked last week"}
    local_knowledge.note(**about, by=cast.worker)
    assert "Known to us" not in marks(cast, "?q=singing").values()


def test_one_surprise_comes_last_and_is_the_same_all_day(cast, choirs):
    first = on_table(cast, "?q=singing")
    assert list(marks(cast, "?q=singing").values()).count("A surprise") == 1
    assert marks(cast, "?q=singing")[first[-1]] == "A surprise" and not first[-1].startswith("Singing")
    assert on_table(cast, "?q=singing") == first


@pytest.mark.parametrize(
    "asked",
    ["?q=singing but not chess", "?q=singing on Tuesdays", "?q=singing&only=free", "?q=mend", "?q=free singing"],
)
def test_no_surprise_where_chance_might_lay_what_was_not_wanted(cast, choirs, asked):
    assert "A surprise" not in marks(cast, asked).values()


@pytest.mark.shows("S55")
def test_neither_what_does_not_help_nor_what_was_set_aside_is_anywhere(cast, choirs):
    """By words, by their own lines, by surprise and as the one surprise."""
    about_me.add_line(individual=cast.individual, kind="does_not_help", words="chess", by=cast.olwen)
    about_me.add_line(individual=cast.individual, kind="interest", words="Singing", by=cast.olwen)
    for away in (cast.harriers, cast.repair):
        ideas.set_aside(individual=cast.individual, activity=away, by=cast.olwen)
    for asked in ("?q=singing", "", *(f"?surprise={seed}" for seed in range(6)), "?q=something to do", "?only=free"):
        found = on_table(cast, asked)
        assert not [name for name in found if name.startswith("Chess")], asked
        assert not {cast.harriers.name, cast.repair.name} & set(found), asked


def test_every_leaflet_says_why(cast, choirs):
    about_me.add_line(individual=cast.individual, kind="interest", words="Singing", by=cast.olwen)
    for asked in ("?q=singing", "", "?surprise=3", "?only=free"):
        page = words_of(cast.browsing("idris").get(cast.at(f"table/{asked}")))
        for leaflet in page.split('<article class="leaflet"')[1:]:
            why = re.search(r'<ul class="why.*?</ul>', leaflet)
            assert why and re.sub(r"<[^>]+>| ", "", why[0]), leaflet


def test_a_small_table_has_nothing_that_is_new(cast):
    directory.add_activity(name="Whittling", by=cast.worker)
    assert "New" not in marks(cast, "?q=whittling").values()
