"""The page on which a team says what people here say."""

import tomllib

import pytest

from kith.directory import actions as directory
from kith.directory.models import OwnIdea, OwnPhrase
from kith.directory.search import vocabulary
from tests.ideas.test_filters import on_table
from tests.page_words import words_of

PAGE = "/community/words/"


@pytest.fixture(autouse=True)
def nothing_added_afterwards():
    yield
    vocabulary.use_own(vocabulary.Own())


def test_a_phrase_is_added_listed_heard_and_taken_away(cast):
    browser = cast.browsing("idris")
    assert on_table(cast, "?q=larking") == []
    done = browser.post(PAGE, {"words": "Larking ", "idea": "Singing"}, follow=True)
    assert "From now on “Larking” means sing." in words_of(done)
    assert on_table(cast, "?q=a bit of larking") == [cast.choir.name]
    phrase = OwnPhrase.objects.get()
    assert "“Larking” means sing" in words_of(browser.get(PAGE))
    gone = browser.post(f"{PAGE}{phrase.public_id}/away/", follow=True)
    assert "“Larking” is not understood any more." in words_of(gone)
    assert on_table(cast, "?q=larking") == []


def test_a_new_idea_with_its_phrases(cast):
    browser = cast.browsing("idris")
    typed = {"name": "Mudlarking", "says": "larking about\n\nthe foreshore", "means": "choir", "broader": "walking"}
    assert "“Mudlarking” is understood" in words_of(browser.post(f"{PAGE}new/", typed, follow=True))
    for said in ("mudlarking", "the foreshore"):
        assert on_table(cast, f"?q={said}") == [cast.choir.name]
    assert OwnIdea.objects.get().broader == "walking"
    browser.post(f"{PAGE}{OwnIdea.objects.get().public_id}/away/")
    assert not OwnPhrase.objects.exists()


def test_beside_the_box_it_says_that_nobody_is_named(cast):
    assert "Never somebody’s name, number or address" in words_of(cast.browsing("idris").get(PAGE))


@pytest.mark.parametrize(
    ("address", "typed", "says", "kept"),
    [
        (PAGE, {"words": "larking", "idea": "zzz"}, "We do not know “zzz” yet.", 'value="larking"'),
        (PAGE, {"words": "", "idea": "sing"}, "Please write what people say.", 'value="sing"'),
        (PAGE, {"words": "ring 07700 900123", "idea": "sing"}, "Please leave out telephone numbers", "07700 900123"),
        (PAGE, {"words": "choir", "idea": "sing"}, "means sing already", 'value="choir"'),
        (f"{PAGE}new/", {"name": "sing"}, "means sing already", 'value="sing"'),
        (f"{PAGE}new/", {"name": "larking", "broader": "zzz"}, "We do not know “zzz” yet.", 'value="zzz"'),
        (f"{PAGE}new/", {"name": "larking", "says": "a@b.example"}, "Please leave out telephone", "a@b.example"),
    ],
)
def test_what_cannot_be_added_is_a_sentence_and_nothing_typed_is_lost(cast, address, typed, says, kept):
    answer = cast.browsing("idris").post(address, typed)
    assert answer.status_code == 422
    page = words_of(answer)
    assert says in page and kept in page
    assert not OwnIdea.objects.exists() and not OwnPhrase.objects.exists()


def test_all_of_it_as_a_file(cast):
    directory.add_phrase(words="larking", idea="sing", by=cast.worker)
    answer = cast.browsing("idris").get(f"{PAGE}file/")
    (entry,) = tomllib.loads(answer.content.decode())["concept"]
    assert entry["name"] == "sing" and "larking" in entry["says"]
    assert "attachment" in answer["Content-Disposition"]


def test_an_individual_does_not_keep_the_list(cast):
    for who in ("olwen", "noor"):
        assert cast.browsing(who).get(PAGE).status_code == 404
    assert cast.browsing("idris").post(f"{PAGE}nothing/away/").status_code == 404


@pytest.mark.parametrize("typed", ["Dawn Pryce", "Mr Pryce", "Dr. Pryce at the hall", "Ann Mary Other", "Dawn Pryce’s"])
def test_what_is_written_like_a_name_is_asked_about_whoever_it_is(cast, typed):
    answer = cast.browsing("idris").post(PAGE, {"words": typed, "idea": "Singing"})
    assert answer.status_code == 422 and "somebody’s name? Then leave it out." in words_of(answer)
    assert not OwnPhrase.objects.exists()


@pytest.mark.parametrize("typed", ["larking gladly", "Larking", "Lark and natter", "have a lark"])
def test_what_people_say_otherwise_is_taken(cast, typed):
    assert cast.browsing("idris").post(PAGE, {"words": typed, "idea": "Singing"}).status_code == 302


@pytest.mark.parametrize(
    ("address", "typed"),
    [(PAGE, {"words": ""}), (f"{PAGE}new/", {"name": ""}), ("/community/add/", {"name": ""})],
)
def test_what_to_look_at_again_is_said_once(cast, address, typed):
    page = words_of(cast.browsing("idris").post(address, typed))
    assert page.count("Please look at this again") == 1
