"""PostgreSQL's own programs, told by the environment where the database is: a password is no word of a command."""

import os
import shutil

from django.db import connection

from .troubles import NotKept

OPTIONS = {
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "connect_timeout": "PGCONNECT_TIMEOUT",
}
PLACES = {"NAME": "PGDATABASE", "USER": "PGUSER", "PASSWORD": "PGPASSWORD", "HOST": "PGHOST", "PORT": "PGPORT"}  # noqa: S105 - the names of settings


def program(name: str) -> str:
    """Where it is. Raises `NotKept`."""
    if found := shutil.which(name):
        return found
    raise NotKept(f"The program {name} is missing: install the package postgresql-client of the server’s version.")


def environment() -> dict[str, str]:
    """Ours, and where the database is that Kith uses."""
    told = connection.settings_dict
    given = {name: str(told.get(setting) or "") for setting, name in PLACES.items()}
    given |= {name: str(told.get("OPTIONS", {}).get(option) or "") for option, name in OPTIONS.items()}
    return os.environ | {name: value for name, value in given.items() if value}
