"""Words are shown as somebody's own only when it is sure that they sent them, and nobody is written to who did not."""

import pytest

from kith.outbox.actions import post
from kith.outbox.models import Letter

from .conftest import about_the_run, answer_to, comes_in, email


def test_from_another_address_the_words_are_not_shown_as_theirs(cast, run, signed_in):
    raw = answer_to(about_the_run(cast, run), "He is lying.", sender="ex@elsewhere.example")
    message = comes_in(raw).message
    assert (message.individual, message.typed_by_individual) == (cast.individual, False)
    page = signed_in(cast.worker).get(f"/people/{cast.individual.public_id}/messages/").content.decode()
    assert "It may have been somebody else." in page
    assert not Letter.objects.filter(kind="to individual: it arrived").exists()


def test_a_fresh_email_is_theirs_only_when_it_was_vouched_for_on_its_way(cast):
    plain = comes_in(email("Hello there")).message
    vouched = comes_in(
        email("Hello again", Authentication_Results="mx.goodcompany.example; dkim=pass header.d=calderford.example")
    ).message
    assert (plain.individual, plain.typed_by_individual) == (cast.individual, False)
    assert (vouched.individual, vouched.typed_by_individual) == (cast.individual, True)


def test_nobody_vouches_for_themselves(cast, settings):
    said = {"Authentication_Results": "mx.elsewhere.example; dkim=pass header.d=calderford.example"}
    assert not comes_in(email("Trust me", **said)).message.typed_by_individual
    settings.MAIL_VOUCHER = ""
    said = {"Authentication_Results": "mx.goodcompany.example; dkim=pass header.d=calderford.example"}
    assert not comes_in(email("Trust me now", **said)).message.typed_by_individual


def test_nobody_writes_as_somebody_else_through_a_letter_of_their_own(cast):
    theirs = post(kind="sign-in code", channel="email", to=cast.stranger.email, subject="Code", body="Code", cause="x")
    message = comes_in(answer_to(theirs, "I do not want to see Anwen any more.", sender=cast.user.email)).message
    assert (message.individual, message.typed_by_individual, message.author) == (cast.individual, False, None)
    assert message.came_from == cast.user.email


@pytest.mark.parametrize("against", ["dmarc=fail header.from=calderford.example", "spf=fail", "dkim=permerror"])
def test_a_forged_email_makes_kith_write_to_nobody(cast, against):
    raw = email("Buy this", sender=cast.user.email, Authentication_Results=f"mx.goodcompany.example; {against}")
    assert not comes_in(raw).message.typed_by_individual
    assert not Letter.objects.filter(individual_ref=cast.individual.public_id).exists()
