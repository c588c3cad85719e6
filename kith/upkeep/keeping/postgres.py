"""PostgreSQL's own programs, told by the environment where the database is: a password is no word of a command."""

import os
import shutil
import subprocess
from typing import IO

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


def run(name: str, *words: str, into: IO[bytes] | None = None) -> None:
    """Runs one of them to its end; `into` takes what it says. Raises `NotKept` with its own last words."""
    place = shutil.which(name)
    if place is None:
        raise NotKept(f"The program {name} is missing: install the package postgresql-client of the server’s version.")
    done = subprocess.run([place, *words], stdout=into, stderr=subprocess.PIPE, env=environment(), check=False)  # noqa: S603 - our own words
    if done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise NotKept(f"{name} did not work: {last or 'it was ended'}.")


def environment() -> dict[str, str]:
    """Ours, and where the database is that Kith uses."""
    told = connection.settings_dict
    given = {name: str(told.get(setting) or "") for setting, name in PLACES.items()}
    given |= {name: str(told.get("OPTIONS", {}).get(option) or "") for option, name in OPTIONS.items()}
    return os.environ | {name: value for name, value in given.items() if value}
