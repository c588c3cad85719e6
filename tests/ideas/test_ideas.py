"""Ideas: kept, set aside, changed; and what the table lays out for whom."""

from functools import partial

import pytest

from kith.about_me import actions as about_me
from kith.access.permit import NotPermitted
from kith.access.refusal import Refused
from kith.directory import actions as directory
from kith.ideas import actions, queries, table
from kith.ideas.models import Idea
from kith.ideas.table import Asked
from kith.local_knowledge import actions as local_knowledge


def keep(cast, by=None, activity=None, **more):
    about = {"individual": cast.individual, "activity": activity or cast.choir, "reasons": ["Free"]}
    return actions.keep(by=by or cast.olwen, **about, **more)


def laid(cast, *, to_individual=False, **asked):
    someone = table.person(cast.individual, to_individual=to_individual)
    return table.lay_out(someone, Asked(**asked)).leaflets


def names(leaflets):
    return [leaflet.name for leaflet in leaflets]


@pytest.fixture
def worker_adds(cast):
    """Puts one more thing to do in the directory."""
    return partial(directory.add_activity, by=cast.worker)


def likes(cast, words, kind="interest", by=None):
    return about_me.add_line(individual=cast.individual, kind=kind, words=words, by=by or cast.olwen)


@pytest.mark.shows("S74")
def test_a_change_of_mind_is_one_more_row_and_the_latest_counts(cast):
    keep(cast)
    actions.set_aside(individual=cast.individual, activity=cast.choir, by=cast.olwen)
    assert list(queries.ideas_of(cast.individual)) == []
    assert set(queries.set_aside_names(cast.individual)) == {cast.choir.public_id}
    keep(cast)
    assert [idea.activity for idea in queries.ideas_of(cast.individual)] == [cast.choir]
    story = Idea.objects.filter(individual=cast.individual, activity=cast.choir)
    assert [idea.state for idea in story] == ["kept", "set aside", "kept"]


def test_pressing_twice_is_once(cast):
    assert keep(cast) == keep(cast)
    assert Idea.objects.count() == 1


def test_whoever_had_the_idea_keeps_it(cast):
    assert keep(cast, by=cast.worker).had_by == "worker"
    assert keep(cast, by=cast.olwen, words="Yes please").had_by == "worker"
    assert keep(cast, by=cast.worker, had_by="individual").had_by == "individual"
    assert keep(cast, activity=cast.repair).had_by == "individual"


def test_what_is_over_cannot_be_kept(cast):
    directory.close(activity=cast.choir, by=cast.worker)
    with pytest.raises(Refused, match="not going on any more"):
        keep(cast, activity=type(cast.choir).objects.get(pk=cast.choir.pk))


def test_only_those_in_the_partnership_may(cast):
    for who in ("noor", "mair"):
        with pytest.raises(NotPermitted):
            keep(cast, by=cast.acting(who))


def test_what_was_set_aside_stays_away_unless_looked_for_by_name(cast):
    actions.set_aside(individual=cast.individual, activity=cast.choir, by=cast.olwen)
    assert cast.choir.name not in names(laid(cast, words="singing"))
    assert cast.choir.name not in names(laid(cast, surprise="x"))
    assert cast.choir.name not in names(laid(cast))
    assert cast.choir.name in names(laid(cast, words="community choir valley"))


@pytest.mark.shows("S55")
def test_what_does_not_help_is_pushed_away(cast):
    assert names(laid(cast, words="singing or mending with others"))
    before = names(laid(cast, words="mend something, or sing together"))
    likes(cast, "singing in a choir", kind="does_not_help")
    after = names(laid(cast, words="mend something, or sing together"))
    assert cast.choir.name in before
    assert cast.choir.name not in after or after.index(cast.choir.name) > after.index(cast.repair.name)


@pytest.mark.shows("S55")
def test_what_is_kept_away_is_counted_and_can_be_looked_at(cast):
    likes(cast, "Loud rooms. The Valley Community Choir", kind="does_not_help")
    someone = table.person(cast.individual, to_individual=False)
    spread = table.lay_out(someone, Asked(words="singing"))
    assert (names(spread.leaflets), spread.kept_away) == ([], 1)
    assert names(table.lay_out(someone, Asked(words="singing", away=True)).leaflets) == [cast.choir.name]
    assert cast.choir.name not in names(laid(cast, surprise="x"))
    assert table.lay_out(someone, Asked(words="run")).kept_away == 0


def test_a_loss_is_not_quoted_beside_a_group_for_mums(cast, worker_adds):
    worker_adds(name="Polish mums and tots")
    likes(cast, "My mum died in spring")
    assert not any("died" in reason for each in laid(cast, words="mums") for reason in each.sure)


def test_a_group_for_some_comes_first_to_the_table_only_when_they_name_it(cast, worker_adds):
    worker_adds(name="Women's running", long_text="A run for women.")
    likes(cast, "Running")
    assert "Women's running" not in names(laid(cast)) + names(laid(cast, surprise="x"))
    assert "Women's running" in names(laid(cast, words="running"))
    likes(cast, "The company of women")
    assert "Women's running" in names(laid(cast))


def test_a_word_in_passing_is_no_reason_to_quote_them(cast, worker_adds):
    worker_adds(name="Poems", long_text="Ask at the bar; a cup of tea after the final verse.")
    likes(cast, "Football facts. Ask me any cup final.")
    assert not any("Football" in reason for each in laid(cast) + laid(cast, free=True) for reason in each.sure)


def test_filters_alone_begin_with_what_they_said(cast, worker_adds):
    for number in range(3):
        worker_adds(name=f"Tea {number}", is_free=True)
    likes(cast, "Mending things")
    assert names(laid(cast, free=True))[0] == cast.repair.name
    assert {cast.choir.name, "Tea 0"} <= set(names(laid(cast, free=True)))


@pytest.mark.shows("S106")
def test_reasons_quote_them_and_only_what_they_typed_is_quoted_as_theirs(cast):
    likes(cast, "I used to run", kind="used_to")
    told = next(each for each in laid(cast, words="run") if each.name == cast.harriers.name)
    assert "Olwen said: “I used to run”" in told.sure
    mine = next(each for each in laid(cast, words="run", to_individual=True) if each.name == cast.harriers.name)
    assert "You said: “I used to run”" in mine.sure
    likes(cast, "Singing in chapel", by=cast.worker)
    choir = next(each for each in laid(cast, words="choir") if each.name == cast.choir.name)
    assert "As Idris remembers: “Singing in chapel”" in choir.sure


@pytest.mark.shows("S35", "S81")
def test_what_the_team_knows_stands_beside_the_leaflet(cast):
    local_knowledge.note(
        activity=cast.harriers, team=cast.team, kind="knows somebody", words="Dawn", may_be_named=True, by=cast.worker
    )
    found = next(each for each in laid(cast, words="run") if each.name == cast.harriers.name)
    assert "Idris knows Dawn there" in found.sure


@pytest.mark.shows("S25")
def test_free_near_and_a_day(cast):
    assert set(names(laid(cast, free=True))) == {cast.choir.name, cast.repair.name}
    assert cast.repair.name not in names(laid(cast, within=2.0))
    assert names(laid(cast, days=frozenset({3}))) == [cast.harriers.name]


def test_what_the_line_under_the_name_says_is_not_said_again(cast):
    choir = laid(cast, free=True, words="choir")[0]
    assert "Free" in choir.meta and "Free" not in choir.sure
    assert not any("mile" in reason or "near" in reason for reason in laid(cast, within=2.0)[0].sure)


def test_an_empty_box_begins_with_their_interests_and_is_never_bare(cast):
    assert laid(cast)
    likes(cast, "I used to run", kind="used_to")
    assert names(laid(cast))[0] == cast.harriers.name


@pytest.mark.shows("S26")
def test_each_leaflet_says_when_it_was_checked(cast):
    choir = laid(cast, words="choir")[0]
    assert "Checked today by whoever added it" in choir.sure
    assert choir.meta.startswith("Mill Hall · Tuesdays 7pm · Free · ")


def test_reading_the_kept_takes_as_many_questions_for_many_as_for_one(cast, django_assert_num_queries):
    for activity in (cast.choir, cast.repair, cast.harriers):
        keep(cast, activity=activity)
        with django_assert_num_queries(2):
            for idea in queries.ideas_of(cast.individual):
                assert idea.activity.place.name and list(idea.activity.times.all()) is not None
