"""What people write back finds its goal, its reader and a line in return."""

from email.message import EmailMessage

import pytest

from kith.access import clock
from kith.access.actor import Actor
from kith.goals.models import Result
from kith.messaging import actions, queries
from kith.messaging.models import Arrival, Message
from kith.outbox import reply_addresses
from kith.outbox.actions import post
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter

from .conftest import about_the_run, answer_to, comes_in, email
from .test_machines import THROUGH


@pytest.mark.shows("S101")
def test_an_email_after_the_run_lands_on_the_goal(cast, run, signed_in):
    letter = about_the_run(cast, run)
    words = "Did it!! 27:40. Dawn waited for me.\n\nSent from my iPhone\n\n"
    words += "On Thu, 10 Sep 2026 at 18:00, you wrote:\n> Not this time? That is fine."
    message = comes_in(answer_to(letter, words)).message
    assert (message.goal, message.owner, message.typed_by_individual) == (run, cast.worker, True)
    assert message.words == "Did it!! 27:40. Dawn waited for me."
    assert (message.found, message.found_is) == ("27:40", "waits")
    page = signed_in(cast.worker).get(f"/people/{cast.individual.public_id}/brief/").content.decode()
    assert "Did it!! 27:40. Dawn waited for me." in page
    assert "Not this time?" not in page


@pytest.mark.shows("Q-51")
def test_within_a_minute_they_get_one_line(cast, run):
    comes_in(answer_to(about_the_run(cast, run), "Ran it."))
    [line] = Letter.objects.filter(kind="to individual: it arrived")
    assert line.to == cast.user.email
    assert "Anwen reads" in line.body
    assert "Ran it" not in line.body


def test_the_worker_reads_it_on_today_and_answers_in_one_press(cast, run, signed_in):
    actions.keep_phrase(user=cast.worker, words="Well done you.", by=cast.as_worker)
    message = comes_in(answer_to(about_the_run(cast, run), "27:40!")).message
    page = signed_in(cast.worker).get("/").content.decode()
    assert "27:40!" in page and "Well done you." in page
    phrase = queries.phrases_of(cast.worker)[0].public_id
    there = f"/people/{cast.individual.public_id}/messages/{message.public_id}/answer/"
    signed_in(cast.worker).post(there, {"phrase": phrase, "next": "/"})
    message.refresh_from_db()
    assert message.state == "answered"
    assert message.answered_with.get().words == "Well done you."


def test_kith_writes_no_praise_of_its_own(cast, run, signed_in):
    comes_in(answer_to(about_the_run(cast, run), "27:40!"))
    page = signed_in(cast.worker).get("/messages/").content.decode()
    assert 'name="phrase"' not in page


def test_keep_makes_it_a_result_and_leave_does_not(cast, run, signed_in):
    kept, left = (comes_in(answer_to(about_the_run(cast, run), words)).message for words in ("27:40", "29:10"))
    there = f"/people/{cast.individual.public_id}/messages"
    signed_in(cast.worker).post(f"{there}/{kept.public_id}/result/", {"keep": "yes"})
    signed_in(cast.worker).post(f"{there}/{left.public_id}/result/", {"leave": "yes"})
    assert list(Result.objects.values_list("value_words", flat=True)) == ["27:40"]


@pytest.mark.shows("Q-31")
def test_nothing_is_kept_by_itself(cast, run):
    comes_in(answer_to(about_the_run(cast, run), "27:40"))
    assert not Result.objects.exists()


def test_fetched_twice_it_is_one_message(cast, run):
    raw = answer_to(about_the_run(cast, run), "Ran it.")
    for _ in range(2):
        arrival = actions.arrive(way="email", known_as="the same", raw=raw, by=Actor.system())
        actions.take_in(arrival=arrival, by=Actor.system())
    assert Message.objects.count() == 1


def test_what_it_was_sealed_in_is_gone_afterwards_and_was_never_plain(cast, run):
    raw = answer_to(about_the_run(cast, run), "A very private thing")
    arrival = actions.arrive(way="email", known_as="one", raw=raw, by=Actor.system())
    assert b"private" not in bytes(arrival.raw)
    assert actions.take_in(arrival=arrival, by=Actor.system()).raw is None


def test_with_a_result_in_it_a_fresh_email_finds_the_one_goal_in_that_measure(cast, run):
    assert comes_in(email("27:40!")).message.goal == run
    assert comes_in(email("See you at 10:15")).message.goal is None


def test_a_made_up_address_for_answers_opens_nothing(cast, run):
    letter = about_the_run(cast, run)
    made_up = reply_addresses.address_for(letter).replace("@", "x@")
    message = comes_in(email("Let me in", to=made_up, sender="x@elsewhere.example")).message
    assert (message.individual, message.said_by) == (None, "unknown")


def test_somebody_unknown_goes_to_the_team_and_gets_no_answer(cast, signed_in):
    message = comes_in(email("Is this the gardening?", sender="who@elsewhere.example")).message
    assert [each.to for each in Letter.objects.all()] == [cast.manager.email]
    there = f"/teams/{cast.team.public_id}/messages/"
    page = signed_in(cast.worker).get(there).content.decode()
    assert "Is this the gardening?" in page
    signed_in(cast.worker).post(f"{there}{message.public_id}/sort/", {"individual": cast.individual.public_id})
    message.refresh_from_db()
    assert (message.individual, message.owner, message.typed_by_individual) == (cast.individual, cast.worker, False)


def test_what_is_nobodys_is_set_aside_by_a_person(cast, signed_in):
    message = comes_in(email("Buy our pens", sender="pens@elsewhere.example")).message
    there = f"/teams/{cast.team.public_id}/messages/{message.public_id}/sort/"
    signed_in(cast.worker).post(there, {"aside": "yes"})
    message.refresh_from_db()
    assert (message.state, message.read_by) == ("aside", cast.worker)


def test_a_picture_comes_along_without_what_the_camera_wrote(cast, run, signed_in):
    from io import BytesIO

    from PIL import Image

    made, exif = BytesIO(), Image.Exif()
    exif[0x010E] = "at home in Mill Lane"
    Image.new("RGB", (40, 30), "green").save(made, "JPEG", exif=exif)
    message = EmailMessage()
    message["From"], message["To"] = cast.user.email, reply_addresses.address_for(about_the_run(cast, run))
    message.set_content("Look!")
    message.add_attachment(made.getvalue(), maintype="image", subtype="jpeg", filename="../../run.jpg")
    message.add_attachment(b"MZ not a picture", maintype="image", subtype="png", filename="virus.png")
    kept = comes_in(message.as_bytes()).message
    [picture] = kept.attachments.all()
    assert b"Mill Lane" not in queries.file_of(picture).read_bytes()
    there = f"/people/{cast.individual.public_id}/messages/{kept.public_id}/picture/{picture.public_id}/"
    seen = signed_in(cast.worker).get(there)
    assert seen["Content-Type"] == "image/jpeg"
    assert b"Mill Lane" not in seen.content
    assert signed_in(cast.stranger).get(there).status_code == 404
    assert len(kept.left_out) == 1 and "virus.png" in kept.left_out[0]


def with_a_picture(letter: Letter, words: str, sender: str) -> bytes:
    """An answer to this letter with a photo of something green."""
    from io import BytesIO

    from PIL import Image

    made, message = BytesIO(), EmailMessage()
    Image.new("RGB", (40, 30), "green").save(made, "JPEG")
    message["From"], message["To"] = sender, reply_addresses.address_for(letter)
    message.set_content(words)
    message.add_attachment(made.getvalue(), maintype="image", subtype="jpeg", filename="me.jpg")
    return message.as_bytes()


def test_a_picture_taken_in_at_the_second_try_lies_there_once(cast, run, settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    raw = with_a_picture(about_the_run(cast, run), "Look!", cast.user.email)
    arrival = actions.arrive(way="email", known_as="one", raw=raw, by=Actor.system())
    with monkeypatch.context() as stumbles:
        stumbles.setattr(Arrival, "save", lambda *_, **__: 1 / 0)
        for _ in range(2):
            with pytest.raises(ZeroDivisionError):
                actions.take_in(arrival=Arrival.objects.get(), by=Actor.system())
    [picture] = actions.take_in(arrival=arrival, by=Actor.system()).message.attachments.all()
    assert [each.name for each in (tmp_path / "messages").iterdir()] == [picture.public_id]


def test_a_yes_with_a_picture_is_no_plain_yes(cast, run):
    kept = comes_in(with_a_picture(about_the_run(cast, run), "Yes!", cast.user.email)).message
    assert (kept.words, kept.attachments.count()) == ("Yes!", 1)


def test_a_yes_to_what_the_worker_wrote_is_for_the_worker_to_read(cast):
    sent = actions.write(individual=cast.individual, words="Can we move to Wednesday?", by=cast.as_worker)
    letter = Letter.objects.get(public_id=sent.letter)
    assert comes_in(answer_to(letter, "Yes")).message.words == "Yes"


def test_a_closed_notebook_takes_in_nothing_as_theirs(cast, run):
    letter = about_the_run(cast, run)
    cast.individual.closed_at = letter.created_at
    cast.individual.save()
    assert comes_in(answer_to(letter, "Anybody there?")).message.individual is None


def test_what_cannot_be_made_sense_of_is_tried_again_and_then_told(cast, monkeypatch):
    from kith.messaging import incoming

    arrival = actions.arrive(way="text", known_as="broken", raw=b"not json", by=Actor.system())
    for _ in range(5):
        incoming.make_sense_of(arrival.public_id, by=Actor.system())
    arrival.refresh_from_db()
    assert (arrival.state, arrival.problem) == (Arrival.State.NOT_READ, "JSONDecodeError")
    assert arrival.raw is not None


def test_what_another_clock_took_in_meanwhile_stays_taken_in(cast, run):
    comes_in(answer_to(about_the_run(cast, run), "Ran it."))
    Arrival.objects.update(attempts=4)
    late = actions.not_taken_in(arrival=Arrival.objects.get(), problem="OperationalError", by=Actor.system())
    assert (late.state, late.attempts, late.problem) == (Arrival.State.TAKEN_IN, 4, "")


def test_a_place_that_writes_back_stands_with_its_introduction(cast, signed_in):
    from kith.directory import actions as directory
    from kith.introductions import actions as introductions

    cast.team.reached_at = "01632 960123"
    cast.team.save()
    place = directory.add_activity(name="Harriers", email="dawn@harriers.example", by=cast.as_worker)
    introduction = introductions.prepare(
        individual=cast.individual,
        activity=place,
        says="first name",
        gets_in_touch="worker writes",
        goes_along="nobody",
        by=cast.as_worker,
    )
    letter = people_letter(introduction)
    office = THROUGH["an office"]
    message = comes_in(answer_to(letter, "Bring trainers.", sender="dawn@harriers.example", **office)).message
    assert (message.said_by, message.introduction) == ("host", introduction)
    page = signed_in(cast.worker).get(f"/people/{cast.individual.public_id}/introductions/{introduction.public_id}/")
    assert "Bring trainers." in page.content.decode()


def people_letter(introduction) -> Letter:
    return post(
        kind="to place: introduction",
        channel="email",
        to="dawn@harriers.example",
        body="Hello",
        subject="Hello",
        cause=f"introduction {introduction.public_id}",
        individual_ref=introduction.individual.public_id,
    )


def test_a_letter_that_came_back_is_told_to_the_worker(mail, cast, run, signed_in):
    letter = about_the_run(cast, run)
    deliver_due(clock.now())
    bounce = (
        f"Return-Path: <>\r\nFrom: Mailer <mailer-daemon@mx.example>\r\nTo: {reply_addresses.address_for(letter)}\r\n"
        "Subject: Undelivered\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
        "Final-Recipient: rfc822; tomos@calderford.example\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n"
    )
    assert comes_in(bounce.encode()).state == Arrival.State.CAME_BACK
    letter.refresh_from_db()
    assert letter.state == "came_back"
    assert "Did not get this. Please ring." in signed_in(cast.worker).get("/").content.decode()
