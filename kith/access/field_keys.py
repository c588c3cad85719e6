"""How a new key for private words is made. Read before Django is: settings make the first one."""

import secrets

from cryptography.fernet import Fernet


def new_field_key() -> str:
    """One key with an id in front, so that a newer one can be put before it later. The id is its own: a key that is
    made on another machine is never taken for this one."""
    return f"k{secrets.token_hex(3)}:{Fernet.generate_key().decode()}"
