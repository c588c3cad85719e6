"""When both are there: their own press on the worker's screen, the pocket card, and no time like the present."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest

from kith.access import clock
from kith.access.refusal import Refused
from kith.conversations import actions as conversations
from kith.conversations.when import on_day
from kith.goals import actions as goals
from kith.goals.models import Step
from kith.ideas import actions as ideas
from kith.introductions import actions, queries, wording
from kith.introductions.card import pocket_card
from kith.introductions.models import Introduction
from kith.outbox.models import Letter
from kith.people.models import Individual, Team, User
from tests.page_words import words_of

from .conftest import VISIT
from .test_actions import agreed, mark, prepared
from .test_pages import CHOICES, choosing, mark_in

EVENING = datetime(2026, 11, 23, 21, 0, tzinfo=UTC)


def place_of(cast, introduction, page="") -> str:
    return cast.at(f"introductions/{introduction.public_id}/{page}")


def handed(cast):
    """A screen in Olwen's hands, with words that wait for her yes."""
    introduction, browser = prepared(cast), cast.browsing("idris")
    assert browser.post(place_of(cast, introduction, "hand/")).url == place_of(cast, introduction, "together/")
    return introduction, browser


def test_the_screen_in_her_hands_shows_the_words_and_two_answers_of_one_size(cast):
    introduction, browser = handed(cast)
    page = words_of(browser.get(place_of(cast, introduction, "together/")))
    assert introduction.words_to_say in page and introduction.true_answer in page
    yes, no = (re.search(rf'<button class="([^"]+)"[^>]*>{words}', page)[1] for words in ("Yes, say", "Not now"))
    assert yes == no
    assert "Idris Vale" not in page and "Sign out" not in page and "<nav" not in page


def test_nothing_else_opens_until_the_worker_has_it_back(cast):
    introduction, browser = handed(cast)
    for closed in ("/", cast.at(""), place_of(cast, introduction), place_of(cast, introduction, "change/")):
        assert "unlock" in browser.get(closed).url


def test_her_press_is_kept_as_hers_and_nobody_writes_to_her_about_it(cast):
    introduction, browser = handed(cast)
    browser.post(place_of(cast, introduction, "together/"), {"answer": "yes", "shown": mark(introduction)})
    introduction.refresh_from_db()
    assert introduction.share.how == "handed"
    assert introduction.share.get_how_display() == "pressed yes on the worker’s screen"
    assert not Letter.objects.exists()
    page = words_of(browser.get(place_of(cast, introduction, "together/")))
    assert "You said yes" in page and "Give it back to Idris" in page


def test_not_now_on_her_screen_says_nothing_to_anybody(cast):
    introduction, browser = handed(cast)
    browser.post(place_of(cast, introduction, "together/"), {"answer": "not now"})
    introduction.refresh_from_db()
    assert introduction.share is None
    assert "Not now. That is fine." in words_of(browser.get(place_of(cast, introduction, "together/")))


def test_without_handing_it_over_a_press_is_what_the_worker_wrote_down(cast):
    introduction = prepared(cast)
    sent = {"answer": "yes", "shown": mark(introduction)}
    cast.browsing("idris").post(place_of(cast, introduction, "together/"), sent)
    introduction.refresh_from_db()
    assert introduction.share.how == "here"


def test_words_that_changed_meanwhile_are_shown_again(cast):
    introduction, browser = handed(cast)
    again = browser.post(place_of(cast, introduction, "together/"), {"answer": "yes", "shown": "other"})
    assert again.status_code == 409 and "changed since" in words_of(again)


def test_handing_over_from_the_page_of_choices_keeps_the_choices(cast):
    browser = cast.browsing("idris")
    sent = {"activity": cast.harriers.public_id, **CHOICES, "do": "hand"}
    sent["shown"] = mark_in(choosing(cast, "idris", do="show"))
    answer = browser.post(cast.at("introductions/new/"), sent)
    introduction = Introduction.objects.get()
    assert answer.url == place_of(cast, introduction, "together/")
    assert "unlock" in browser.get("/").url


def test_a_yes_written_down_is_told_to_them_by_day_and_says_nothing(cast):
    with clock.at(EVENING):
        agreed(cast, by=cast.worker)
    letter = Letter.objects.get()
    assert (letter.kind, letter.to) == ("to individual: something to read", "olwen@calderford.example")
    assert letter.next_try_at == datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    assert wording.service_words(f"{letter.subject} {letter.body}".replace("127.0.0.1", "")) == []
    assert "Harriers" not in letter.body


def test_who_likes_to_be_told_in_person_gets_no_letter(cast):
    Individual.objects.update(reached_by="in person")
    cast.individual.refresh_from_db()
    agreed(cast, by=cast.worker)
    assert not Letter.objects.exists()


@pytest.mark.shows("S91")
def test_from_leaflet_to_leaving_in_four_presses_and_no_typing(cast):
    ideas.keep(individual=cast.individual, activity=cast.harriers, reasons=[], by=cast.worker)
    browser = cast.browsing("idris")
    begin = cast.at(f"introductions/new/?activity={cast.harriers.public_id}")
    page = browser.get(begin)  # 1: Introduce
    sent = dict(re.findall(r'name="(\w+)"[^>]*value="([^"]*)"[^>]*checked', words_of(page)))
    sent |= dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', words_of(page)))
    sent |= {"shown": mark_in(page), "do": "yes", "host_name": "Dawn"}
    done = browser.post(cast.at("introductions/new/"), sent, follow=True)  # 2: says yes, here with me
    card = re.search(r'href="([^"]+)">Pocket card', words_of(done))[1]
    page = words_of(browser.get(card))  # 3: Pocket card; 4 prints it
    assert "Print the card" in page and "Calder Valley Harriers social run" in page
    assert Introduction.objects.get().says == "no name"


@pytest.mark.shows("S38", "S85")
def test_the_card_holds_the_next_step_and_who_to_look_for(cast):
    User.objects.filter(name="Idris Vale").update(phone="+441632960777")
    introduction = agreed(cast, first_visit_on=VISIT, first_visit_time="6:50 at the gate")
    actions.plan_visit(
        introduction=introduction, on=VISIT, time="6:50 at the gate", to_bring="Trainers", by=cast.worker
    )
    card = pocket_card(queries.introduction(cast.individual, introduction.public_id), next_meeting="In the spring")
    assert dict(card.facts) == {
        "Next": "Go along for the first time",
        "When": "Tuesday 1 December, 6:50 at the gate",
        "Look for": "Dawn",
        "Where": "The park gate",
        "Cost": "£2",
        "Bring": "Trainers",
        "We meet next": "In the spring",
        "How fresh this is": "Checked today by whoever added it",
        "To reach Idris": "01632 960777",
    }
    assert card.text.startswith("Calder Valley Harriers social run\nNext: Go along for the first time\n")
    assert "999" in card.text and "116 123" in card.text


def test_the_numbers_on_the_card_are_those_of_the_nation(cast, settings):
    settings.KITH_NATION = "NIR"
    card = pocket_card(agreed(cast, first_visit_on=VISIT))
    assert card.any_time == "In danger: 999. To talk: 0808 808 8000, or 116 123."


def test_the_card_tells_when_they_meet_next_and_that_is_not_today(cast):
    introduction = agreed(cast)
    for ahead, is_told in ((0, False), (9, True)):
        when = on_day(clock.today() + timedelta(days=ahead), time(15))
        conversations.plan_next(individual=cast.individual, when=when, by=cast.worker)
        page = words_of(cast.browsing("idris").get(place_of(cast, introduction, "card/")))
        assert ("We meet next" in page) == is_told


def test_only_the_card_that_was_shown_is_sent(cast):
    introduction = agreed(cast)
    browser, card = cast.browsing("idris"), place_of(cast, introduction, "card/")
    shown = re.search(r'name="shown" value="(\w+)"', browser.get(card).content.decode())[1]
    when = on_day(clock.today() + timedelta(days=9), time(15))
    conversations.plan_next(individual=cast.individual, when=when, by=cast.worker)
    changed = browser.post(f"{card}send/", {"shown": shown})
    assert changed.status_code == 409 and "Something on it has changed." in words_of(changed)
    assert not Letter.objects.filter(kind__contains="pocket card").exists()
    shown = re.search(r'name="shown" value="(\w+)"', changed.content.decode())[1]
    assert browser.post(f"{card}send/", {"shown": shown}).status_code == 302
    assert "We meet next" in Letter.objects.get(kind__contains="pocket card").body


@pytest.mark.shows("S90")
def test_the_card_tells_of_no_service(cast):
    Team.objects.update(reached_at="The care team, 01632 960100", name="Brightwater")
    cast.individual.refresh_from_db()
    introduction = queries.introduction(cast.individual, agreed(cast).public_id)
    card = pocket_card(introduction)
    assert "960100" not in card.text
    assert wording.service_words(card.text, apart_from=(cast.harriers.name,)) == []
    Team.objects.update(reached_at="01632 960100, any morning")
    introduction = queries.introduction(Individual.objects.get(), introduction.public_id)
    assert dict(pocket_card(introduction).facts)["To reach Idris"] == "01632 960100, any morning"


def test_the_individual_opens_their_own_card_and_it_prints_by_itself(cast):
    introduction = agreed(cast)
    page = words_of(cast.browsing("olwen").get(place_of(cast, introduction, "card/")))
    assert "Idris rings Dawn" in page and "<title>A card</title>" in page
    assert "Kith" not in page


def test_a_text_has_no_way_out_yet_and_the_words_are_there_to_copy(cast, settings):
    Individual.objects.update(reached_by="text")
    introduction = agreed(cast)
    page = words_of(cast.browsing("idris").get(place_of(cast, introduction, "card/")))
    assert "Texts cannot be sent from here yet" in page and "<textarea" in page and "Send it to" not in page
    card = queries.introduction(cast.individual, introduction.public_id)
    with pytest.raises(Refused):
        actions.send_card(introduction=card, words=pocket_card(card).text, by=cast.olwen)
    assert not Letter.objects.exists()
    settings.KITH_DEMO = True
    browser = cast.browsing("idris")
    page = browser.get(place_of(cast, introduction, "card/")).content.decode()
    shown = re.search(r'name="shown" value="(\w+)"', page)[1]
    browser.post(place_of(cast, introduction, "card/send/"), {"shown": shown})
    letter = Letter.objects.get()
    assert (letter.kind, letter.channel, letter.to) == ("to individual: pocket card", "text", "+447700900123")
    assert letter.body.startswith("Calder Valley Harriers social run\nNext: ")


def test_a_place_introduced_before_opens_what_is_there_and_can_begin_again(cast):
    introduction = agreed(cast)
    begin = cast.at(f"introductions/new/?activity={cast.harriers.public_id}")
    browser = cast.browsing("idris")
    assert browser.get(begin).url == place_of(cast, introduction)
    assert "Begin again" not in words_of(browser.get(place_of(cast, introduction)))
    actions.end(introduction=introduction, by=cast.olwen)
    page = words_of(browser.get(begin, follow=True))
    again = re.search(r'href="([^"]+)">Begin again', page)[1].replace("&amp;", "&")
    assert "Three choices" in words_of(browser.get(again))
    assert choosing(cast, "idris", do="later").status_code == 302
    assert Introduction.objects.count() == 2


@pytest.mark.shows("S37", "S44")
def test_prepared_ground_keeps_who_was_asked_what_and_with_whose_yes(cast):
    introduction = agreed(cast)
    sent = {"words": "Come by the gate", "spoke_with": "Dawn", "asked": "Is there a quiet start?", "took_part": "both"}
    cast.browsing("idris").post(place_of(cast, introduction, "call/"), sent)
    for who, said in (("idris", "Idris and Olwen: talked with them"), ("olwen", "Idris and you: talked with them")):
        page = words_of(cast.browsing(who).get(place_of(cast, introduction)))
        for words in (
            said,
            "Spoke to Dawn.",
            "Asked: Is there a quiet start?",
            "With the yes of Olwen.",
            "by the gate",
        ):
            assert words in page


def test_ground_prepared_without_a_name_says_so(cast):
    introduction = prepared(cast, says="no name")
    actions.note_call(introduction=introduction, words="New faces are fine", by=cast.worker)
    assert "No name was said." in words_of(cast.browsing("idris").get(place_of(cast, introduction)))


@pytest.mark.shows("S93")
def test_their_form_is_a_small_step_with_an_owner_and_a_day(cast):
    introduction = agreed(cast, first_visit_on=VISIT)
    browser = cast.browsing("idris")
    for _ in range(2):
        browser.post(place_of(cast, introduction, "their-form/"), {"owner": "individual"})
    step = Step.objects.get()
    assert step.words == "Fill in the form of Calder Valley Harriers social run"
    assert (step.owner, step.by_when, step.activity) == ("individual", VISIT, cast.harriers)
    page = words_of(browser.get(place_of(cast, introduction)))
    assert "Olwen fills it in, by Tuesday 1 December." in page and "It is filled in" in page
    goals.finish_step(step=step, by=cast.olwen)
    assert "Filled in, 23 November." in words_of(browser.get(place_of(cast, introduction)))


def test_their_form_needs_one_of_the_two(cast):
    with pytest.raises(Refused):
        actions.add_their_form(introduction=agreed(cast), owner="helper", by=cast.worker)


def test_what_may_be_said_of_working_together_is_never_chosen_for_them(cast):
    assert "We meet now and then" in prepared(cast).true_answer
    chosen = prepared(cast, says_we_work_together=True)
    assert chosen.true_answer == "I work with Olwen."
    told = prepared(cast, says_we_work_together=True, true_answer="I am a support worker with Olwen.")
    assert "support worker" in told.true_answer
    with pytest.raises(Refused, match="nurse"):
        prepared(cast, says_we_work_together=True, true_answer="I am a nurse.")
