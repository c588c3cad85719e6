"""Phrases that a team adds are heard at once; they come and go as files of the vocabulary."""

import json

import pytest

from kith.access.actor import Actor
from kith.access.refusal import Refused
from kith.cli.main import main
from kith.directory import actions
from kith.directory.models import OwnIdea, OwnPhrase
from kith.directory.queries import find, look
from kith.directory.search import vocabulary
from kith.directory.search.own_file import own_as_toml
from kith.directory.search.own_words import bring_up_to_date
from kith.directory.search.wanting import Wishes

from .conftest import SHARED

OPENACTIVE = SHARED / "openactive" / "activity-list.jsonld"
needs_list = pytest.mark.skipif(not OPENACTIVE.exists(), reason="the OpenActive list is not beside the project")


@pytest.fixture(autouse=True)
def nothing_added_before(db):
    bring_up_to_date()
    yield
    vocabulary.use_own(vocabulary.Own())


def names(words) -> list[str]:
    return [found.name for found in find(words)]


def test_a_phrase_is_heard_at_once_until_it_is_taken_away(neighbourhood, worker):
    assert names("hoofing") == []
    phrase = actions.add_phrase(words="Hoofing", idea="football", by=worker)
    assert names("some hoofing please")[0] == "Walking football"
    actions.take_phrase_away(phrase=phrase, by=worker)
    assert names("hoofing") == []


def test_another_process_hears_it_at_its_next_question(neighbourhood, worker):
    before = vocabulary.own_in_use()
    actions.add_phrase(words="hoofing", idea="football", by=worker)
    vocabulary.use_own(before)  # as a process that has not been asked since
    assert names("hoofing")[0] == "Walking football"


def test_what_holds_a_day_is_not_taken_for_one(neighbourhood, worker):
    actions.add_phrase(words="the Tuesday lot", idea="football", by=worker)
    looked = look("he liked it with the Tuesday lot", Wishes())
    assert [found.name for found in looked.found] == ["Walking football"]
    assert [fact.words for fact in looked.facts if fact.key == "day"] == []


def test_a_new_idea_is_heard_by_its_name_and_its_phrases_and_means_what_leaflets_say(neighbourhood, worker):
    actions.add_idea(name="mudlarking", says=["fettling"], means=["shed", "mending"], broader="mending", by=worker)
    for said in ("mudlarking", "a spot of fettling"):
        assert names(said) == ["Engine shed"]


def test_taking_an_idea_away_takes_all_of_it(neighbourhood, worker):
    idea = actions.add_idea(name="mudlarking", says=["fettling"], means=["shed"], by=worker)
    actions.take_idea_away(idea=idea, by=worker)
    assert names("mudlarking fettling") == [] and not OwnPhrase.objects.exists()


@pytest.mark.parametrize(
    ("words", "idea", "says"),
    [
        ("  ", "football", "Please write what people say."),
        ("x" * 61, "football", "Please keep it to 60 letters: a few words as people say them."),
        ("ring 07700 900123", "football", "Please leave out telephone numbers, addresses and links"),
        ("sam@town.example", "football", "Please leave out telephone numbers, addresses and links"),
        ("the one", "football", "“the one” could mean anything."),
        ("kick a ball", "sing", "“kick a ball” means football already."),
        ("kick a ball", "football", "“kick a ball” means football already."),
        ("want to die", "football", "Words about harm always bring help first"),
        ("footie night", "no such idea", "Please choose what it means."),
    ],
)
def test_what_cannot_be_a_phrase_is_told_in_a_sentence(db, worker, words, idea, says):
    with pytest.raises(Refused, match=says.replace("?", r"\?")):
        actions.add_phrase(words=words, idea=idea, by=worker)
    assert not OwnPhrase.objects.exists()


def test_only_who_keeps_listings_adds_phrases(db):
    for act in (
        lambda: actions.add_phrase(words="hoofing", idea="football", by=Actor.nobody()),
        lambda: actions.import_vocabulary(source_path="none.toml", by=Actor.nobody()),
    ):
        with pytest.raises(Exception, match="may not|not be done|allowed|cannot"):
            act()


def test_an_idea_whose_phrase_cannot_be_kept_is_not_kept_either(db, worker):
    with pytest.raises(Refused):
        actions.add_idea(name="mudlarking", says=["kick a ball"], means=[], by=worker)
    assert not OwnIdea.objects.exists()
    bring_up_to_date()
    assert "mudlarking" not in vocabulary.concepts()


def test_what_is_written_out_goes_in_elsewhere_and_twice_changes_nothing(db, worker, machine, tmp_path):
    actions.add_phrase(words="hoofing", idea="football", by=worker)
    actions.add_idea(name="mudlarking", says=['“fettling” \\ "fixing"'], means=["shed"], broader="mending", by=worker)
    text, file = own_as_toml(), tmp_path / "ours.toml"
    file.write_text(text, encoding="utf-8")
    for phrase in OwnPhrase.objects.all():
        actions.take_phrase_away(phrase=phrase, by=worker)
    actions.take_idea_away(idea=OwnIdea.objects.get(), by=worker)
    assert actions.import_vocabulary(source_path=file, by=machine) == {"ideas": 1, "phrases": 2, "known": 0}
    assert own_as_toml() == text
    assert actions.import_vocabulary(source_path=file, by=machine) == {"ideas": 0, "phrases": 0, "known": 2}


def test_an_idea_that_comes_with_kith_is_written_out_whole_with_what_was_added(db, worker):
    import tomllib

    actions.add_phrase(words="hoofing", idea="football", by=worker)
    (entry,) = tomllib.loads(own_as_toml())["concept"]
    (theirs,) = [each for each in vocabulary.entries() if each["name"] == "football"]
    assert entry == {**theirs, "says": [*theirs["says"], "hoofing"]}


ACTIVITIES = {
    "concept": [
        {"id": "https://l.example/#1", "prefLabel": "Underwater Hockey", "altLabel": ["Octopush"], "broader": ["#9"]},
        {"id": "https://l.example/#2", "prefLabel": "Kin-Ball", "broader": ["https://l.example/#1"]},
        {"id": "https://l.example/#3", "prefLabel": "Football"},
    ]
}


def test_the_activity_list_adds_what_is_not_known(neighbourhood, worker, machine, write):
    file = write(ACTIVITIES, "activity-list.jsonld")
    assert actions.import_vocabulary(source_path=file, by=machine) == {"ideas": 2, "phrases": 1, "known": 1}
    assert actions.import_vocabulary(source_path=file, by=machine) == {"ideas": 0, "phrases": 0, "known": 3}
    actions.add_activity(name="Tuesday underwater hockey", by=worker)
    assert names("a game of octopush") == ["Tuesday underwater hockey"]
    assert OwnIdea.objects.get(name="kin-ball").broader == "underwater hockey"


@needs_list
def test_the_whole_list_goes_in_once(db, machine):
    first = actions.import_vocabulary(source_path=OPENACTIVE, by=machine)
    assert first["ideas"] > 400 and first["ideas"] + first["known"] <= 768
    assert actions.import_vocabulary(source_path=OPENACTIVE, by=machine)["ideas"] == 0
    for name in vocabulary.concepts():
        assert [one.name for one in vocabulary.narrower(vocabulary.concepts()[name])][0] == name


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.toml", "[[concept]\n", "“a.toml” cannot be read as TOML"),
        ("a.toml", "x = 1", "holds no \\[\\[concept\\]\\]"),
        ("a.toml", "[[concept]]\nkind = 'sport'", "Idea 1 of “a.toml” has no name."),
        ("a.toml", "[[concept]]\nname = 'x'\nsays = 'y'", "“says” and “means” are lists of words."),
        ("a.toml", "[[concept]]\nname = 'x'\nkind = 'y'", "its kind is one of"),
        ("a.toml", "[[concept]]\nname = 'ok'\n[[concept]]\nname = 'x'\nopenactive = 3", "holds labels and addresses"),
        ("a.toml", "[[concept]]\nname = 'ok'\nsays = ['07700 900123']", "Nothing was taken in."),
        ("a.toml", "[[concept]]\nname = 'ok'\n[[concept]]\nname = '" + "x" * 90 + "'", "longer than people speak"),
        ("a.json", "<html>", "it is neither JSON nor a file that ends in .toml"),
        ("a.json", "[" * 100_000, "it is neither JSON nor"),
        ("a.json", '{"concept": []}', "so it is no vocabulary"),
        ("a.json", '[{"prefLabel": "x"}]', "so it is no vocabulary"),
        ("a.json", '{"concept": [{"id": "1"}]}', "Activity 1 of “a.json” has no “prefLabel”."),
        ("a.json", '{"concept": [{"prefLabel": "Chess"}]}', "has no “id”"),
        ("a.json", '{"concept": [{"prefLabel": "Ch", "id": "1", "broader": [3]}]}', "other labels and wider ideas"),
    ],
)
def test_a_bad_file_is_a_sentence_and_nothing_is_half_written(machine, write, name, content, says):
    with pytest.raises(Refused, match=says):
        actions.import_vocabulary(source_path=write(content, name), by=machine)
    assert not OwnIdea.objects.exists() and not OwnPhrase.objects.exists()


def test_a_file_that_is_not_there_or_is_no_text(machine, tmp_path):
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    for file, says in ((tmp_path / "no.toml", "cannot be opened"), (tmp_path / "a.toml", "is not text in UTF-8")):
        with pytest.raises(Refused, match=says):
            actions.import_vocabulary(source_path=file, by=machine)


def test_ideas_that_stand_under_one_another_do_not_go_round(machine, write):
    ideas = "\n".join(f"[[concept]]\nname = '{name}x'\nbroader = '{wider}x'" for name, wider in ("ab", "bc", "ca"))
    actions.import_vocabulary(source_path=write(ideas, "round.toml"), by=machine)
    assert sorted(OwnIdea.objects.values_list("broader", flat=True)).count("") == 1
    assert len(vocabulary.narrower(vocabulary.concepts()["ax"])) <= 3


def test_the_commands(db, write, capsys, tmp_path):
    assert main(["vocabulary", "import", str(write(ACTIVITIES, "list.jsonld")), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"ideas": 2, "phrases": 1, "known": 1}
    assert main(["vocabulary", "export"]) == 0
    assert 'name = "underwater hockey"' in capsys.readouterr().out
    assert main(["vocabulary", "export", str(tmp_path / "out.toml")]) == 0
    assert "octopush" in (tmp_path / "out.toml").read_text(encoding="utf-8").lower()
    assert main(["vocabulary", "import", str(write("{}", "no.json"))]) == 1
    assert "so it is no vocabulary" in capsys.readouterr().err
