"""The pages of forms, through the whole stack."""

import pytest
from django.urls import reverse

from kith.paperwork import actions, urls
from kith.paperwork.filled import filled
from kith.paperwork.models import Filling, Otherwise, Taken

from .forms import VISIT, item, loaded


@pytest.fixture
def workers(client, cast):
    client.force_login(cast.worker)
    return client


@pytest.fixture
def own(client, cast):
    client.force_login(cast.user)
    return client


def address(name: str, filling, **more) -> str:
    ids = {"individual": filling.individual.public_id, "filling": filling.public_id}
    return reverse(f"paperwork:{name}", kwargs=ids | more)


def save(client, filling, link_id: str, words, based_on: int = 0):
    typed = {"link_id": link_id, "at": "", "based_on": based_on, "answer": words}
    return client.post(address("keep", filling), typed)


def seen(client, filling, name="filling", **more) -> str:
    return client.get(address(name, filling, **more)).content.decode()


def now(client, filling, link_id: str) -> str:
    return client.get(address("now", filling), {"link_id": link_id, "at": "", "seen": 0}).content.decode()


def test_begun_from_the_list_it_tells_how_much_is_there_and_asks_for_the_rest(workers, cast, known):
    form = loaded("visit", VISIT)
    forms = reverse("paperwork:forms", args=[cast.individual.public_id])
    assert "No form is begun." in workers.get(forms).content.decode()
    begun = workers.post(forms + "begin/", {"form": form.public_id, "way": "talk"})
    page = workers.get(begun.url).content.decode()
    assert "4 of 6 answers are there" in page and "Only the rest is asked for" in page
    assert "I want to run with others." in page and "From: Where you want to go" in page
    assert "Visit" in workers.get(forms).content.decode()


@pytest.mark.shows("S11", "Q-70")
def test_together_it_opens_at_the_first_open_question_and_goes_on_from_there(workers, cast, known):
    form = loaded("visit", VISIT)
    forms = reverse("paperwork:forms", args=[cast.individual.public_id])
    begun = workers.post(forms + "begin/", {"form": form.public_id, "way": "together"})
    filling = Filling.objects.get()
    assert begun.url == address("question", filling, place=5)
    assert "Question 5 of 6" in seen(workers, filling, "question", place=5)
    assert save(workers, filling, "5", "yes").url == address("question", filling, place=6)
    assert save(workers, filling, "6", "The bus.").url == address("question", filling, place=7)
    assert save(workers, filling, "7", "No.").url == address("filling", filling)
    assert "7 of 7 answers are there" in seen(workers, filling)


def test_one_that_is_left_leads_to_the_next_open_one_and_passes_over_what_is_there(workers, cast, known):
    items = [item("1", "Where?"), item("2", "Where to?", source="direction"), item("3", "When?")]
    filling = actions.begin(individual=cast.individual, form=loaded("gaps", items), way="talk", by=cast.as_worker)
    first = seen(workers, filling, "question", place=1)
    assert f'href="{address("question", filling, place=3)}">Leave it for now' in first
    last = seen(workers, filling, "question", place=3)
    assert "Leave it for now" not in last and "Save and go on" not in last


def test_what_cannot_be_saved_stays_in_the_box_with_a_sentence(workers, cast, known):
    form = loaded("money", [item("1", "On which day?", "date")])
    filling = actions.begin(individual=cast.individual, form=form, way="talk", by=cast.as_worker)
    answered = save(workers, filling, "1", "some day soon")
    assert answered.status_code == 422
    assert "some day soon" in answered.content.decode()
    assert "We could not read that as a day." in answered.content.decode()


def test_an_answer_left_as_it_is_goes_on_following_what_is_known(workers, visit):
    save(workers, visit, "1", "I want to run with others.")
    assert filled(visit).at(("1", ())).source is not None
    save(workers, visit, "1", "I want to run.")
    assert filled(visit).at(("1", ())).answer.value == ("I want to run.",)


def test_both_who_answer_at_once_see_both(client, cast, visit):
    client.force_login(cast.worker)
    save(client, visit, "7", "A bus pass.")
    client.force_login(cast.user)
    assert "A bus pass." in now(client, visit, "7")  # before they send theirs
    went = save(client, visit, "7", "A bike.")
    page = client.get(went.url).content.decode()
    assert "A bus pass." in page and "A bike." in page and "There are two answers" in page


def test_the_other_screen_tells_nothing_while_nothing_is_new(own, visit):
    assert now(own, visit, "7").strip() == ""


@pytest.mark.shows("Q-72")
def test_shown_agreed_and_taken(client, cast, visit):
    client.force_login(cast.worker)
    page = client.get(client.post(address("show", visit)).url).content.decode()
    assert "As Tomos sees it" in page
    assert "What Tomos says" in page and "<span>Tomos sees it differently</span>" in page
    client.force_login(cast.user)
    edition = visit.editions.get()
    page = seen(client, visit, "read")
    assert "It has not left yet" in page and "That’s right" in page
    client.post(address("say", visit), {"edition": edition.public_id, "says": "agrees"})
    client.post(address("differently", visit), {"words": "I never said a club."})
    client.force_login(cast.worker)
    words = client.post(address("take", visit), {"shape": "words"}).content.decode()
    assert "I never said a club." in words and "said that it is right" in words.replace("&#x27;", "’")
    fhir = client.post(address("take", visit), {"shape": "fhir"})
    assert fhir.json()["resourceType"] == "QuestionnaireResponse"
    assert fhir["Content-Disposition"] == 'attachment; filename="form.json"'
    assert client.post(address("take", visit), {"shape": "pdf"}).content.startswith(b"%PDF")
    assert Taken.objects.count() == 3


@pytest.mark.parametrize("shape", ["pdf", "words", "fhir"])
def test_a_forged_press_takes_nothing_that_was_not_shown(workers, visit, shape):
    workers.post(address("show", visit))
    answered = workers.post(address("take", visit), {"shape": shape}, follow=True)
    assert "Tomos has not seen this yet" in answered.content.decode()
    assert not Taken.objects.exists()


def test_empty_words_are_asked_for_and_nothing_is_kept(own, cast, visit):
    actions.show_it(filling=visit, by=cast.as_worker)
    answered = own.post(address("differently", visit), {"words": "  "})
    assert answered.status_code == 422 and "Please write how you see it." in answered.content.decode()
    assert not Otherwise.objects.exists()


def test_they_may_rather_not_look(own, cast, visit):
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    own.post(address("shown", visit), {"edition": edition.public_id, "how": "declined"})
    assert edition.showing.how == "declined"


def test_on_paper_what_is_open_can_be_ticked_or_written(workers, visit):
    page = seen(workers, visit, "paper")
    assert "☐ Yes" in page and "☐ No" in page
    assert page.count("Room to write") == 2  # one waits for a “Yes”; the third open one is for ticking


def test_an_amount_says_how_often(own, money):
    assert "£120 a week" in seen(own, money)


def test_on_paper_it_has_the_same_numbers_and_says_that_it_was_not_shown(workers, cast, visit):
    page = seen(workers, visit, "paper")
    assert "1 Where they want to go" in page and "Not yet shown to Tomos." in page
    edition = actions.show_it(filling=visit, by=cast.as_worker)
    actions.say(edition=edition, says="agrees", by=cast.as_individual)
    assert "Not yet shown" not in seen(workers, visit, "paper")


def test_put_away_and_brought_back(workers, visit):
    workers.post(address("away", visit))
    page = seen(workers, visit)
    assert "This form was put away." in page and "is asked for" not in page
    workers.post(address("back", visit))
    assert "Still to answer" in seen(workers, visit)


@pytest.mark.parametrize("made_up", [{"form": "none"}, {}])
def test_a_made_up_form_is_not_begun(workers, cast, known, made_up):
    begin = reverse("paperwork:begin", args=[cast.individual.public_id])
    assert "Please choose a form." in workers.post(begin, made_up, follow=True).content.decode()
    assert not Filling.objects.exists()


@pytest.mark.parametrize(("at", "status"), [("x", 404), ("1.x", 404), ("-1", 302), ("9" * 40, 302)])
def test_at_a_made_up_place_nothing_is_kept(workers, visit, at, status):
    typed = {"link_id": "7", "at": at, "answer": "Words"}
    assert workers.post(address("keep", visit), typed).status_code == status
    assert not visit.sheet.answers.exists()


def test_words_to_a_question_that_is_no_longer_asked_are_kept_and_told(client, cast, visit):
    client.force_login(cast.worker)
    save(client, visit, "5", "yes")
    save(client, visit, "5", "no", based_on=1)  # meanwhile somebody was writing to question 6
    page = client.get(save(client, visit, "6", "The bus.").url).content.decode()
    assert "Your words are kept, should it be asked again." in page
    save(client, visit, "5", "yes", based_on=2)
    assert filled(visit).at(("6", ())).words == "The bus."


def test_a_way_that_does_not_exist_changes_nothing(workers, visit):
    workers.post(address("way", visit), {"way": "by magic"})
    visit.refresh_from_db()
    assert visit.way == "talk"


COSTS = [
    item("1", "One thing", "group", repeats=True, item=[item("1.1", "What is it?", "string"), item("1.2", "Why?")]),
    item("2", "Anything else?"),
]


def test_another_one_of_a_group_that_repeats(workers, cast, known):
    form = loaded("costs", COSTS)
    filling = actions.begin(individual=cast.individual, form=form, way="talk", by=cast.as_worker)
    typed = {"link_id": "1.1", "at": "0", "based_on": 0, "answer": "A class"}
    workers.post(address("keep", filling), typed)
    assert "Another one of these" in seen(workers, filling, "question", place=1)
    page = workers.get(address("another", filling, place=1)).content.decode()
    assert 'name="at" value="1"' in page and "A class" not in page
    assert "1 One thing (2)</p>" in page and "1 One thing</p>" in seen(workers, filling, "question", place=1)
    workers.post(address("keep", filling), typed | {"at": "1", "answer": "A bus pass"})
    assert [line.words for line in filled(filling).questions] == ["A class", "", "A bus pass", "", ""]
    assert workers.get(address("another", filling, place=5)).url == address("filling", filling)


def test_of_another_individual_nothing_opens(client, cast, visit):
    client.force_login(cast.stranger)
    assert client.get(address("filling", visit)).status_code == 404


def test_two_thousand_questions_open_with_few_looks_and_little_on_the_page(
    workers, cast, known, django_assert_max_num_queries
):
    form = loaded("long", [item(str(count), f"Question {count}", "string") for count in range(1, 2001)])
    filling = actions.begin(individual=cast.individual, form=form, way="talk", by=cast.as_worker)
    with django_assert_max_num_queries(25):
        page = seen(workers, filling)
    assert "0 of 2000 answers are there" in page and len(page) < 60_000
    with django_assert_max_num_queries(25):
        assert save(workers, filling, "1000", "Yes").url == address("question", filling, place=1001)
    assert filling.sheet.answers.get().link_id == "1000"


def test_a_long_form_that_is_filled_in_comes_in_parts(workers, cast, known):
    items = [item(str(count), f"Question {count}", "string", initial=[{"valueString": "Yes"}]) for count in range(120)]
    filling = actions.begin(individual=cast.individual, form=loaded("long", items), way="talk", by=cast.as_worker)
    page = seen(workers, filling)
    assert "Question 49" in page and "Question 50" not in page and "The next part" in page
    last = workers.get(address("filling", filling) + "?part=3").content.decode()
    assert "Question 119" in last and "The part before" in last and "The next part" not in last


def test_no_address_gives_out_what_was_not_shown(workers, visit):
    """Whatever is asked for with the address alone is a page, and a page that could be printed says so."""
    whole_forms = {"filling", "paper", "read"}
    workers.post(address("show", visit))
    for name in (each.name for each in urls.urlpatterns if "<str:filling>" in str(each.pattern)):
        more = {"place": 1} if name in ("question", "another", "lines", "pick") else {}
        came = workers.get(address(name, visit, **more))
        assert "Content-Disposition" not in came and "words-to-paste" not in came.content.decode(), name
        if name in whole_forms:
            assert "Not yet shown to Tomos." in came.content.decode(), name
    assert not Taken.objects.exists()
