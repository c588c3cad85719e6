"""The team's post: who opens a letter, who sees to one, and what is told of words that did not go."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.permit import NotPermitted
from kith.design.help_now import help_now
from kith.messaging import actions
from kith.messaging.queries import letters
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import Individual

from .conftest import A_YEAR_BEFORE, FRIDAY, comes_in, email

PAPER = {"channels": ["letter"], "post_to": "14 Canal Row\nCalderford", "may_write_there": True}


@pytest.fixture(autouse=True)
def no_provider(settings):
    settings.KITH_DEMO, settings.LETTER_PROVIDER = False, ""


def likes(cast, **wished) -> Individual:
    """How Tomos is reached from now on."""
    reach = {"called": "Tomos", "reached_by": wished["channels"][0], "phone": ""}
    people.keep_wishes(individual=cast.individual, reach=reach, by=cast.as_individual, **wished)
    return Individual.objects.get(pk=cast.individual.pk)


def on_paper(cast, words: str = "Between the two of us.") -> Letter:
    """The worker's words lie in the tray."""
    individual = likes(cast, **PAPER)
    message = actions.write(individual=individual, words=words, by=cast.as_worker)
    deliver_due(now=clock.now())
    letter = Letter.objects.get(public_id=message.letter)
    assert (letter.state, words in letter.body) == ("to_print", True)
    return letter


def place(cast, letter: Letter, end: str = "") -> str:
    return f"/people/{cast.individual.public_id}/letters/{letter.public_id}/{end}"


@pytest.fixture
def covering(cast, priya):
    """Priya stands in for Anwen."""
    people.cover(user=priya, individual=cast.individual, by=actor_for(cast.manager, clock.now()))
    return priya


def test_whoever_works_with_them_or_covers_opens_a_letter_on_paper(cast, covering, signed_in):
    letter = on_paper(cast)
    for user in (cast.worker, covering):
        answer = signed_in(user).get(place(cast, letter, "paper/"))
        assert (answer.status_code, answer.content[:5]) == (200, b"%PDF-")


def test_a_letter_is_printed_as_they_wish_at_that_moment(cast, signed_in, monkeypatch):
    letter, drawn = on_paper(cast), []
    monkeypatch.setattr(letters, "as_pdf", lambda letter: drawn.append(letter) or b"%PDF-")
    likes(cast, **PAPER | {"post_to": "2 New Street\nCalderford"}, print_size="large", letter_name="T. Reed")
    signed_in(cast.worker).get(place(cast, letter, "paper/"))
    letter.refresh_from_db()
    assert (letter.to, letter.print_size, letter.to_name) == ("2 New Street\nCalderford", "large", "T. Reed")
    assert letter.body.startswith("Hello T. Reed,") and drawn[0].body == letter.body


def test_a_letter_that_may_not_be_posted_any_more_is_not_printed(cast, signed_in):
    letter, client = on_paper(cast), signed_in(cast.worker)
    likes(cast, channels=["in person"])
    answer = client.get(place(cast, letter, "paper/"), follow=True)
    assert answer.redirect_chain[-1][0] == "/messages/letters/"
    assert "They would rather not be reached by post." in answer.content.decode()
    letter.refresh_from_db()
    assert letter.state == "held"
    assert [each.letter for each in letters.of_people([cast.individual]).to_see_to] == [letter]


def test_what_was_posted_is_opened_as_it_was_posted(cast, signed_in):
    letter, client = on_paper(cast), signed_in(cast.worker)
    client.post(place(cast, letter), {"do": "posted"})
    likes(cast, channels=["in person"], letter_name="T. Reed")
    assert client.get(place(cast, letter, "paper/")).status_code == 200
    letter.refresh_from_db()
    assert (letter.state, "T. Reed" in letter.body) == ("sent", False)


def test_where_nothing_draws_pages_the_tray_says_what_is_missing(cast, signed_in, monkeypatch):
    monkeypatch.setattr("kith.messaging.views.letters.can_draw", lambda: False)
    answer = signed_in(cast.worker).get(place(cast, on_paper(cast), "paper/"), follow=True)
    assert answer.redirect_chain[-1][0] == "/messages/letters/"
    assert "it needs Pango" in answer.content.decode()


def test_the_manager_reads_that_letters_wait_and_for_whom_and_opens_none(cast, signed_in):
    letter, client = on_paper(cast), signed_in(cast.manager)
    page = client.get("/messages/letters/").content.decode()
    assert "Tomos" in page and "1 letter to print and post." in page
    assert letter.public_id not in page and "Canal Row" not in page
    assert client.get(place(cast, letter, "paper/")).status_code == 404
    assert client.post(place(cast, letter), {"do": "posted"}).status_code == 404
    with pytest.raises(NotPermitted):
        actions.letter_posted(individual=cast.individual, letter=letter, by=actor_for(cast.manager, clock.now()))


def test_the_worker_s_tray_has_the_letter_itself(cast, signed_in):
    letter = on_paper(cast)
    page = signed_in(cast.worker).get("/messages/letters/").content.decode()
    assert place(cast, letter, "paper/") in page and "With others in your team" not in page


def test_only_a_letter_on_paper_that_is_to_be_printed_or_was_is_opened(cast, signed_in):
    letter, client = on_paper(cast), signed_in(cast.worker)
    sent = actions.write(individual=likes(cast, channels=["email"]), words="Hello.", by=cast.as_worker)
    assert client.get(place(cast, Letter.objects.get(public_id=sent.letter), "paper/")).status_code == 404
    client.post(place(cast, letter), {"do": "posted"})
    assert client.get(place(cast, letter, "paper/")).status_code == 200
    Letter.objects.filter(pk=letter.pk).update(body="")
    assert client.get(place(cast, letter, "paper/")).status_code == 404


@pytest.mark.parametrize("from_to", [("to_print", "posted", "sent"), ("unsure", "again", "waiting")])
def test_whoever_covers_posts_a_letter_or_sends_it_again(cast, covering, signed_in, from_to):
    letter, (state, do, becomes) = on_paper(cast), from_to
    Letter.objects.filter(pk=letter.pk).update(state=state)
    assert signed_in(covering).post(place(cast, letter), {"do": do}).status_code == 302
    letter.refresh_from_db()
    assert letter.state == becomes


def held_back(cast) -> Letter:
    """They changed their mind about email after the worker wrote, before it left."""
    message = actions.write(individual=cast.individual, words="Well run.", by=cast.as_worker)
    likes(cast, channels=["in person"])
    with clock.at(FRIDAY + timedelta(days=3)):
        deliver_due(now=clock.now())
    letter = Letter.objects.get(public_id=message.letter)
    assert letter.state == "held"
    return letter


def test_words_that_were_held_back_are_told_of_until_somebody_has_seen_to_them(cast, covering, signed_in, mail):
    letter = held_back(cast)
    for user in (cast.worker, covering):
        page = signed_in(user).get("/messages/").content.decode()
        assert "Did not leave: They would rather not be reached by email. Please tell them." in page
        assert "Send it again" not in page
    assert "Did not leave" in signed_in(cast.worker).get("/").content.decode()
    signed_in(covering).post(place(cast, letter), {"do": "seen"})
    assert letters.of_people([cast.individual]).to_see_to == []
    assert "Did not leave" not in signed_in(cast.worker).get("/messages/").content.decode()


def test_a_line_that_something_arrived_is_held_back_without_a_word(cast, mail):
    actions.write(individual=cast.individual, words="I did it!", by=cast.as_individual)
    people.send_exactly(cast.individual, kind="to individual: it arrived", cause="a test", body="It has arrived.")
    likes(cast, channels=["in person"])
    with clock.at(FRIDAY + timedelta(days=3)):
        deliver_due(now=clock.now())
        assert Letter.objects.get(kind="to individual: it arrived").state == "held"
        assert letters.of_people([cast.individual]).to_see_to == []


def test_what_may_be_sent_again_still_has_its_words(cast, signed_in):
    letter = on_paper(cast)
    Letter.objects.filter(pk=letter.pk).update(state="unsure")
    assert "Send it again" in signed_in(cast.worker).get("/messages/").content.decode()
    Letter.objects.filter(pk=letter.pk).update(body="")
    page = signed_in(cast.worker).get("/messages/").content.decode()
    assert "Perhaps did not get this. Please ring." in page and "end it again" not in page


def test_one_look_finds_what_is_to_print_to_see_to_and_still_here(cast, django_assert_num_queries):
    on_paper(cast)
    stays = actions.write(individual=likes(cast, channels=["email"]), words="Hello.", by=cast.as_worker).letter
    with clock.at(FRIDAY + timedelta(hours=5)), django_assert_num_queries(1):
        post = letters.of_people([cast.individual])
    assert ([len(each) for each in (post.to_print, post.to_see_to)], stays) == (
        [1, 0],
        post.waiting_long[0].letter.public_id,
    )


def test_today_says_that_letters_have_not_left_yet(cast, signed_in):
    actions.write(individual=cast.individual, words="Hello.", by=cast.as_worker)
    told = "Some letters have not left yet"
    assert told not in signed_in(cast.worker).get("/").content.decode()
    with clock.at(FRIDAY + timedelta(hours=5)):
        page = signed_in(cast.worker).get("/").content.decode()
    assert told in page and "For Tomos." in page


def sends(cast, signed_in, page: str = "", words: str = "Hello.") -> str:
    """What the worker reads after sending."""
    address = f"/people/{cast.individual.public_id}/messages/{page}"
    return (
        signed_in(cast.worker)
        .post(address, {"words": words, "reply": words, "do": "send"}, follow=True)
        .content.decode()
    )


BOTH = "is on its way to Tomos. It stands on their page as well."
NEITHER = "is kept. There is no way to write to Tomos yet. Please tell them yourself."


def leave_without_account(cast) -> None:
    Individual.objects.filter(pk=cast.individual.pk).update(user=None, email="")


def test_after_sending_the_worker_reads_where_the_words_are(cast, signed_in):
    assert f"Your message {BOTH}" in sends(cast, signed_in)
    likes(cast, channels=["in person"])
    assert "stands on Tomos’s page. No letter leaves." in sends(cast, signed_in, words="Well run.")


def test_words_that_go_nowhere_are_not_said_to_be_on_their_way(cast, signed_in):
    leave_without_account(cast)
    assert f"Your message {NEITHER}" in sends(cast, signed_in)


def test_a_letter_to_somebody_without_a_page_is_said_to_be_a_letter_alone(cast, signed_in):
    likes(cast, **PAPER)
    leave_without_account(cast)
    page = sends(cast, signed_in)
    told = "Your message is a letter to Tomos. It waits in the tray to be printed and posted."
    assert told in page and "stands on their page" not in page
    with clock.at(FRIDAY + timedelta(hours=12)):
        page = sends(cast, signed_in, words="Sleep well.")
    assert "It comes into the tray on Saturday 12 September, 9am, to be printed and posted." in page


def test_an_answer_says_the_same(cast, signed_in):
    message = actions.write(individual=cast.individual, words="I did it!", by=cast.as_individual)
    assert f"Your answer {BOTH}" in sends(cast, signed_in, f"{message.public_id}/answer/")
    again = actions.write(individual=cast.individual, words="And again!", by=cast.as_individual)
    leave_without_account(cast)
    assert f"Your answer {NEITHER}" in sends(cast, signed_in, f"{again.public_id}/answer/")


@pytest.mark.shows("Q-72")
def test_they_read_what_was_sent_to_them_in_plain_words(cast, signed_in, mail):
    held_back(cast)
    actions.write(individual=likes(cast, channels=["email"]), words="Came too.", by=cast.as_worker)
    with clock.at(FRIDAY + timedelta(days=3)):
        deliver_due(now=clock.now())
    page = signed_in(cast.user).get(f"/people/{cast.individual.public_id}/letters/").content.decode()
    assert "What was sent to me" in page and page.count("An email, 11 September 2026") == 1
    assert "A message from Anwen" in page
    told_to_staff = ("held back", "came back", "could not be sent", "rather not be reached")
    assert not [words for words in told_to_staff if words in page.lower()]


def test_that_it_arrived_is_said_without_numbers_once_less_is_allowed(cast, mail):
    with clock.at(A_YEAR_BEFORE):
        likes(cast, channels=["email"], says_words=True)
    comes_in(email("I did it!"))
    letter = Letter.objects.get(kind="to individual: it arrived")
    assert help_now().in_a_letter in letter.body
    likes(cast, channels=["email"], says_words=False)
    deliver_due(now=clock.now())
    assert "Your message has arrived." in mail.messages[-1].get_content()
    letter.refresh_from_db()
    assert (letter.state, help_now().in_a_letter in letter.body) == ("sent", False)


def test_a_receipt_that_was_of_no_use_any_more_is_in_nobodys_list(cast, signed_in):
    people.send_exactly(cast.individual, kind="to individual: it arrived", cause="a test", body="It has arrived.")
    address = f"/people/{cast.individual.public_id}/letters/"
    assert "That your message arrived, by email" in signed_in(cast.worker).get(address).content.decode()
    Letter.objects.filter(kind="to individual: it arrived").update(state="held")
    for user in (cast.worker, cast.user):
        assert "Nothing w" in signed_in(user).get(address).content.decode()
