"""Where words typed at the table are about harm, who is there now stands first, and nothing is kept of it."""

import pytest
from django.apps import apps

from kith.about_me import actions as about_me
from tests.ideas.test_filters import add
from tests.page_words import words_of

WORDS = "I want to die"


def page_of(cast, asked, who="olwen"):
    return words_of(cast.browsing(who).get(cast.at(f"table/{asked}"), follow=True))


@pytest.mark.parametrize("who", ["olwen", "idris"])
def test_help_is_the_first_thing_and_nothing_else_is_offered(cast, who):
    add(cast, "Choir for those who want to die laughing")
    page = page_of(cast, f"?q={WORDS}", who).partition("<main")[2]
    assert page.index("tel:999") < page.index('type="search"')
    results = page.partition('id="results"')[2]
    assert "<article" not in results and f"Add “{WORDS}”" not in results
    assert "Nothing like that" not in results and "What fits" not in results


def test_the_rest_finds_things_gently_below(cast):
    results = page_of(cast, f"?q={WORDS}. I liked choirs").partition("<main")[2]
    assert results.index("tel:999") < results.index("And, when you feel like it") < results.index(cast.choir.name)
    assert "What fits" not in results


def test_everyday_words_show_no_panel(cast):
    assert 'id="help-first"' not in page_of(cast, "?q=killing time with a choir")


def test_with_nobody_chosen_it_is_the_same(cast):
    page = words_of(cast.browsing("idris").get(f"/community/table/?q={WORDS}", follow=True))
    assert 'id="help-first"' in page and "tel:999" in page and "<article" not in page


def test_a_part_of_the_page_is_not_enough_for_it(cast):
    """Help stands above the box, so the page is loaded whole."""
    asked = cast.at(f"table/?q={WORDS.replace(' ', '+')}")
    answer = cast.browsing("olwen").get(asked, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == cast.at("table/?help=1") and b"die" not in answer.content


def test_a_line_of_theirs_about_harm_ranks_nothing_either(cast):
    add(cast, "Talk about wanting to die")
    about_me.add_line(individual=cast.individual, kind="interest", words=WORDS, by=cast.olwen)
    page = page_of(cast, "")
    assert "said: “I want to die”" not in page


@pytest.mark.shows("Q-53")
def test_nothing_is_kept_of_it(cast):
    """The trail says that the table was opened, as ever, and nothing of what was typed."""
    browser = cast.browsing("olwen")
    browser.get(cast.at("table/"))

    def everything():
        return {model: list(model.objects.order_by("pk").values_list()) for model in apps.get_models()}

    before = everything()
    assert 'id="help-first"' in browser.get(cast.at(f"table/?q={WORDS}"), follow=True).content.decode()
    after = everything()
    assert WORDS not in str(after)
    assert {model._meta.app_label for model in after if after[model] != before[model]} <= {"access"}
