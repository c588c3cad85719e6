"""A letter says what they allow when it leaves, whatever was allowed when it was posted."""

from datetime import UTC, datetime, timedelta

import pytest

from kith.access import clock
from kith.outbox import gates
from kith.outbox.actions import send_again, tidy
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions, composing
from kith.people.models import Individual
from tests.outbox.conftest import mail

__all__ = ["mail"]

EVENING = datetime(2026, 12, 2, 22, tzinfo=UTC)  # a Wednesday
MORNING = datetime(2026, 12, 3, 11, tzinfo=UTC)
KIND, WORDS = "to individual: a note", "Table tennis is on Thursday."
SHOWN = "Vish here. We meet on Friday: https://walk.example/v/abc/"


@pytest.fixture
def wish(cast):
    """Greg says something of how he is reached."""

    def say(reached_by: str = "email", **wished):
        reach = {"called": "Greg", "reached_by": reached_by, "phone": "07700 900123"}
        actions.keep_wishes(individual=cast.record, reach=reach, by=cast.acts("greg"), **wished)
        cast.record = Individual.objects.get(pk=cast.record.pk)

    return say


@pytest.fixture
def open_wish(wish):
    """Everything is allowed along."""
    wish(says_words=True, links_in_texts=True, letter_name="Tom")
    return wish


def write(cast, **more) -> Letter:
    with clock.at(EVENING):
        return actions.write_to(cast.record, **{"kind": KIND, "cause": "a test", "words": WORDS} | more)


def show(cast, body: str = SHOWN, **more) -> Letter:
    with clock.at(EVENING):
        return actions.send_exactly(cast.record, kind=KIND, cause="a test", body=body, **more)


def leaves(letter: Letter, at: datetime = MORNING) -> Letter:
    """As its row is once everything due has left."""
    with clock.at(at):
        deliver_due(now=at)
    letter.refresh_from_db()
    return letter


def said(mail) -> str:
    return mail.messages[-1].get_content().replace("\r\n", "\n").strip()


def test_a_change_of_mind_overnight_counts(cast, open_wish, mail, settings):
    letter = write(cast)
    assert letter.body.startswith(f"Hello Tom,\n\n{WORDS}")
    open_wish(says_words=False, letter_name="Gregory", shared=["email"])
    leaves(letter)
    where = f"Read it here: {settings.PUBLIC_URL}"
    assert said(mail) == f"Hello Gregory,\n\nThere is a message for you.\n\n{where}\n\nThere is no rush."
    assert mail.messages[-1]["To"] == "Gregory <greg@kith.example>"
    assert letter.body == said(mail)  # whoever looks later sees what left


def test_allowed_meanwhile_the_words_go_along(cast, wish, mail):
    letter = write(cast)
    assert WORDS not in letter.body
    wish(says_words=True)
    leaves(letter)
    assert WORDS in said(mail)


def test_easy_words_are_easy_when_it_leaves(cast, wish, mail):
    letter = write(cast)
    wish(easy_words=True)
    leaves(letter)
    assert "There is no rush." not in said(mail)


def test_links_and_words_of_a_text_are_those_of_the_moment(cast, open_wish, texts):
    open_wish(reached_by="text")
    letter = write(cast, read_at="https://walk.example/v/abc/")
    assert WORDS in letter.body and "https://" in letter.body
    open_wish(reached_by="text", says_words=False, links_in_texts=False)
    assert leaves(letter).state == "sent"
    assert letter.body == "Hello Tom. There is a message for you. There is no rush."


@pytest.fixture
def texts(settings, monkeypatch):
    """A carrier of texts that takes everything."""

    class Carrier:
        def send_text(self, letter, to, reference):
            return "theirs"

    monkeypatch.setattr("kith.outbox.providers.BUILT_IN", {"ours": "kith.outbox.providers.ours"})
    monkeypatch.setattr("kith.outbox.providers.ours", Carrier, raising=False)
    settings.KITH_DEMO, settings.TEXT_PROVIDER = False, "ours"


def test_without_words_and_without_a_page_nothing_is_left_to_say(cast, mail):
    sam = {"called": "Sam", "email": "sam@calderford.example", "reached_by": "email"}
    sam = actions.open_notebook(team=cast.team, by=cast.acts("vish"), **sam).individual
    actions.keep_wishes(individual=sam, says_words=True, by=cast.acts("vish", clock.now()))
    cast.record = Individual.objects.get(pk=sam.pk)
    letter = write(cast)
    actions.keep_wishes(individual=sam, says_words=False, by=cast.acts("vish", clock.now()))
    leaves(letter)
    assert (letter.state, letter.last_problem, mail.given) == ("held", composing.NOTHING_TO_SAY, [])


def test_words_that_were_shown_go_word_for_word_while_nothing_is_allowed_less(cast, open_wish, mail):
    letter = show(cast)
    open_wish(easy_words=True, letter_name="Gregory", wants_news=True)
    leaves(letter)
    assert said(mail) == SHOWN


def test_words_that_were_shown_when_nothing_was_allowed_go_too(cast, mail):
    leaves(show(cast))
    assert said(mail) == SHOWN


@pytest.mark.parametrize(
    ("body", "wished"),
    [
        (SHOWN, {"says_words": False}),
        (SHOWN, {"shared": ["email"]}),
        (SHOWN, {"shared": ["device"]}),
        ("Hello Tom, we meet on Friday.", {"letter_name": "Gregory"}),
    ],
)
def test_words_that_were_shown_stay_here_once_less_is_allowed(cast, open_wish, mail, body, wished):
    letter = show(cast, body)
    open_wish(**wished)
    leaves(letter)
    assert (letter.state, letter.last_problem, mail.given) == ("held", composing.ALLOWED_LESS, [])
    assert letter.body == body


def test_a_text_with_a_link_that_was_shown_stays_here_once_links_are_not_wanted(cast, open_wish, texts):
    open_wish(reached_by="text")
    with_link, without = show(cast), show(cast, "We meet on Friday.")
    open_wish(reached_by="text", links_in_texts=False)
    assert (leaves(with_link).state, leaves(without).state) == ("held", "sent")


def test_what_is_written_by_itself_says_less_instead(cast, open_wish, mail):
    letter = show(cast, "It arrived. Or ring 01632 960100.", instead="It arrived.")
    open_wish(says_words=False)
    leaves(letter)
    assert (said(mail), letter.body) == ("It arrived.", "It arrived.")


def test_an_invitation_with_an_old_name_stays_here_and_may_be_written_again(cast, mail):
    sam = {"called": "Sam", "email": "sam@calderford.example", "reached_by": "email"}
    sam = actions.open_notebook(team=cast.team, by=cast.acts("vish"), **sam).individual
    invite = {"individual": sam, "email": "sam@calderford.example", "channel": "email"}
    actions.invite_individual(**invite, by=cast.acts("vish", clock.now()))
    actions.change_reach(individual=sam, called="Samira", by=cast.acts("vish", clock.now()))
    now = clock.now()
    assert leaves(Letter.objects.get(), now).last_problem == composing.ALLOWED_LESS
    sam = Individual.objects.get(pk=sam.pk)
    actions.invite_individual(**invite | {"individual": sam}, by=cast.acts("vish", clock.now()))
    leaves(Letter.objects.latest("pk"), clock.now())
    assert said(mail).startswith("Hello Samira,")


def test_sent_again_by_choice_it_says_what_is_allowed_by_then(cast, open_wish, mail):
    mail.refuse = "550 No"
    letter = leaves(write(cast))
    assert (letter.state, WORDS in letter.body) == ("gave_up", True)
    open_wish(says_words=False)
    mail.refuse = ""
    send_again(letter=letter, by=cast.acts("vish"), now=MORNING)
    leaves(letter)
    assert WORDS not in said(mail)


def test_what_a_letter_is_made_of_is_wiped_with_its_words(cast, open_wish, mail):
    sent, shown, held = leaves(write(cast)), leaves(show(cast)), write(cast)
    open_wish(reached_by="phone")
    assert [each.state for each in (sent, shown, leaves(held))] == ["sent", "sent", "held"]
    tidy(now=MORNING + timedelta(days=6))
    assert all(each.made_of for each in Letter.objects.all())
    tidy(now=MORNING + timedelta(days=8))
    assert set(Letter.objects.values_list("body", "made_of")) == {("", "")}


def test_a_letter_that_keeps_nothing_keeps_nothing_of_what_it_is_made_of(cast, open_wish, mail):
    letter = write(cast)
    Letter.objects.update(wipe_after_sending=True)
    leaves(letter)
    assert (letter.state, letter.body, letter.made_of) == ("sent", "", "")
    assert WORDS in said(mail)


def test_in_the_demo_the_tray_shows_what_would_leave(cast, open_wish, settings, client):
    settings.KITH_DEMO = True
    letter = write(cast)
    open_wish(says_words=False, letter_name="Gregory")
    page = client.get("/demo/tray/").content.decode()
    assert "Hello Gregory," in page and "Hello Tom" not in page and WORDS not in page
    leaves(letter)
    assert (letter.state, WORDS in letter.body) == ("in the tray", False)


def test_a_letter_that_would_be_held_back_says_so_in_the_tray(cast, open_wish, settings, client):
    settings.KITH_DEMO = True
    show(cast)
    open_wish(says_words=False)
    assert composing.ALLOWED_LESS in client.get("/demo/tray/").content.decode()


def test_asked_once_more_a_letter_on_paper_has_the_name_and_the_size_of_then(cast, wish):
    home = {"reached_by": "letter", "post_to": "12 Mill Street\nCalderford", "may_write_there": True}
    wish(**home, print_size="large")
    letter = write(cast)
    assert gates.ask(letter).print_size == "large"
    wish(**home, print_size="", letter_name="Gregory")
    answer = gates.ask(letter)
    assert (answer.print_size, answer.to_name) == ("", "Gregory")
    assert answer.body.startswith("Hello Gregory,")
