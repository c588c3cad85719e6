"""Who is at the keys."""

import pytest

from kith.access.actor import Actor
from kith.access.permit import NotPermitted
from kith.people.writer import account_of, is_the_individual


def test_only_the_individual_s_own_account_is_the_individual(cast):
    assert is_the_individual(cast.acts("greg"), cast.record)
    assert not is_the_individual(cast.acts("vish"), cast.record)


def test_nobody_and_no_machine_is_an_individual_without_an_account(cast):
    cast.record.user = None
    for by in (Actor.nobody(), Actor.system(), Actor.command_line()):
        assert not is_the_individual(by, cast.record)
        with pytest.raises(NotPermitted):
            account_of(by)
    assert account_of(cast.acts("vish")) == cast.vish.pk
