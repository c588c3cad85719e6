"""A yes that is taken back races a letter that waits and a page that stands open: whichever comes first, counts."""

import pytest
from django.test import Client

from kith.access import clock
from kith.access.refusal import Refused
from kith.introductions import actions, queries
from kith.introductions.models import Report
from kith.outbox.deliverer import deliver_due
from kith.outbox.models import Letter
from kith.people import actions as people
from tests.outbox.conftest import mail

from .test_actions import agreed
from .test_to_a_place import as_host, cast, neutral, written

__all__ = ["cast", "mail", "neutral"]


@pytest.mark.shows("Q-43")
@pytest.mark.fault("F-15")
def test_a_yes_taken_back_before_the_send_keeps_it_here_and_after_it_closes_the_page(cast, mail):
    before, after = written(cast), written(cast)
    people.revoke(share=before.share, by=cast.olwen)
    deliver_due(clock.now())
    assert len(mail.given) == 1  # only the other one
    assert as_host(after).status_code == 200
    people.revoke(share=after.share, by=cast.olwen)
    late = as_host(after, "host yes", "See you then")
    assert late.status_code == 404 and "does not open anything now" in late.content.decode()
    assert "Olwen" not in late.content.decode()
    assert not Report.objects.filter(kind="host yes").exists()


@pytest.mark.fault("F-15")
def test_a_press_that_passed_the_door_is_refused_once_the_yes_is_taken_back(cast, monkeypatch):
    introduction = written(cast)
    opens = queries.introduction_of_link

    def taken_back_meanwhile(link):
        found = opens(link)
        if found is not None:
            people.revoke(share=found.share, by=cast.olwen)
        return found

    monkeypatch.setattr(queries, "introduction_of_link", taken_back_meanwhile)
    late = as_host(introduction, "host yes")
    assert late.status_code == 404 and "Olwen" not in late.content.decode()
    assert not Report.objects.filter(kind="host yes").exists()


def test_an_answer_that_came_first_stays_when_the_yes_is_taken_back(cast):
    introduction = written(cast)
    as_host(introduction, "host turn up")
    people.revoke(share=introduction.share, by=cast.olwen)
    assert introduction.reports.filter(kind="host turn up").count() == 1
    with pytest.raises(Refused, match="come to an end"):
        actions.send_message(introduction=introduction, by=cast.worker)


def test_two_lines_that_wait_stay_here_once_the_yes_is_taken_back(cast, mail):
    introduction = agreed(cast)
    actions.note_call(introduction=introduction, words="Fine", by=cast.worker)
    actions.put_in_writing(introduction=introduction, by=cast.worker)
    people.revoke(share=introduction.share, by=cast.olwen)
    deliver_due(clock.now())
    assert mail.given == [] and Letter.objects.get().state == "held"


def test_a_worker_who_presses_send_after_it_was_taken_back_is_told_and_nothing_leaves(cast):
    introduction = agreed(cast, gets_in_touch="worker writes")
    people.revoke(share=introduction.share, by=cast.olwen)
    browser = Client(headers={"Host": "kith.calderford.example"})
    browser.force_login(cast.users["idris"])
    late = browser.post(cast.at(f"introductions/{introduction.public_id}/send/"))
    assert late.status_code == 409 and "The yes from Olwen has come to an end" in late.content.decode()
    assert not Letter.objects.exists()
