"""The one clock, and words that cannot be read without a key kept elsewhere."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from cryptography.fernet import Fernet
from django.db import connection, models
from django.test.utils import isolate_apps

from kith.access import clock
from kith.access.encryption import EncryptedTextField, decrypt, encrypt
from kith.access.public_ids import ALPHABET, new_public_id

OLD, NEW = (f"{name}:{Fernet.generate_key().decode()}" for name in ("k1", "k2"))
WORDS = "What I would only write here: “27:40” 🏃"


with isolate_apps("kith.access"):  # unknown to whatever walks over all the models of Kith

    class Secret(models.Model):
        """A table for these tests only."""

        words = EncryptedTextField(blank=True, default="")

        class Meta:
            app_label = "access"
            managed = False

        def __str__(self):
            return "a secret"


@pytest.fixture
def table(db):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE access_secret (id bigint PRIMARY KEY, words text NOT NULL)")


def stored() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM access_secret")
        return cursor.fetchone()[0]


def test_the_clock_can_be_told():
    moment = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)
    with clock.at(moment.astimezone(timezone(timedelta(hours=5)))):
        assert clock.now() == moment and clock.now().tzinfo is UTC
        with clock.at(moment + timedelta(days=1)):
            assert clock.now().day == 30
        assert clock.now() == moment
    assert abs(datetime.now(UTC) - clock.now()) < timedelta(minutes=1)


def test_today_is_the_day_where_the_team_works():
    with clock.at(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)):  # already July in Britain
        assert clock.today().isoformat() == "2026-07-01"


def test_the_time_is_right_again_after_a_stumble():
    with pytest.raises(ZeroDivisionError), clock.at(datetime(2020, 1, 1, tzinfo=UTC)):
        1 / 0  # noqa: B018
    assert clock.now().year > 2020


def test_the_database_holds_no_plain_words(table):
    Secret.objects.create(pk=1, words=WORDS)
    held = stored()
    assert not any(word in held for word in ("only", "27:40", "🏃"))
    assert Secret.objects.get().words == WORDS
    Secret.objects.update(words="")
    assert Secret.objects.get().words == ""


def test_nothing_can_be_found_by_its_words(table):
    Secret.objects.create(pk=1, words=WORDS)
    assert not Secret.objects.filter(words=WORDS).exists()


def test_the_same_words_never_look_the_same(settings):
    assert encrypt(WORDS) != encrypt(WORDS)


def test_keys_can_be_changed_one_by_one(settings):
    settings.KITH_FIELD_KEYS = OLD
    before = encrypt(WORDS)
    settings.KITH_FIELD_KEYS = f"{NEW},{OLD}"
    after = encrypt(WORDS)
    assert (before[:3], after[:3]) == ("k1$", "k2$")
    assert decrypt(before) == decrypt(after) == WORDS


@pytest.mark.parametrize("keys", [NEW, f"k1:{Fernet.generate_key().decode()}"], ids=["missing", "wrong"])
def test_a_missing_or_wrong_key_is_named(settings, keys):
    settings.KITH_FIELD_KEYS = OLD
    before = encrypt(WORDS)
    settings.KITH_FIELD_KEYS = keys
    with pytest.raises(ValueError, match="k1"):
        decrypt(before)


def test_what_was_changed_in_the_database_is_not_believed(settings):
    settings.KITH_FIELD_KEYS = OLD
    name, token = encrypt(WORDS).split("$")
    with pytest.raises(ValueError, match="k1"):
        decrypt(f"{name}${token[:-6]}AAAA==")


def test_public_ids_say_nothing_and_do_not_repeat():
    made = {new_public_id() for _ in range(1000)}
    assert len(made) == 1000
    assert all(len(each) == 16 and set(each) <= set(ALPHABET) for each in made)
