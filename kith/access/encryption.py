"""Text that is unreadable in the database and in its backups without a key kept elsewhere."""

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.db import models

SEPARATOR = "$"


def _keys() -> dict[str, Fernet]:
    """Key ids to keys, the one that encrypts first. From `KITH_FIELD_KEYS`: `id:key,older:key`."""
    pairs = (pair.split(":", 1) for pair in settings.KITH_FIELD_KEYS.split(","))
    return {name.strip(): Fernet(key.strip()) for name, key in pairs}


def encrypt(words: str) -> str:
    """The words under the newest key, with that key's id in front so that keys can be changed one by one."""
    name, key = next(iter(_keys().items()))
    return f"{name}{SEPARATOR}{key.encrypt(words.encode()).decode()}"


def decrypt(stored: str) -> str:
    """The words again. Raises ValueError, naming the key id, when the key is missing or wrong."""
    name, _, token = stored.partition(SEPARATOR)
    try:
        return _keys()[name].decrypt(token.encode()).decode()
    except (KeyError, InvalidToken) as problem:
        raise ValueError(f"The field key “{name}” is missing or does not fit.") from problem


class EncryptedTextField(models.TextField):
    """Text encrypted on its way to the database. Nothing can be searched for in it, by design."""

    def get_prep_value(self, value):
        return encrypt(value) if value else value

    def from_db_value(self, value, expression, connection):
        return decrypt(value) if value else value


def seal(content: bytes) -> bytes:
    """The same for what is not text: what came in by post, or a picture."""
    name, key = next(iter(_keys().items()))
    return name.encode() + SEPARATOR.encode() + key.encrypt(content)


def unseal(stored: bytes) -> bytes:
    """The content again. Raises ValueError, naming the key id, when the key is missing or wrong."""
    name, _, token = bytes(stored).partition(SEPARATOR.encode())
    try:
        return _keys()[name.decode()].decrypt(token)
    except (KeyError, InvalidToken) as problem:
        raise ValueError(f"The field key “{name.decode(errors='replace')}” is missing or does not fit.") from problem
