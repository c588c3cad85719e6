"""A Kith with nothing in it but its first manager, and the letters it would send."""

import base64
import hmac
import re
import struct
import time
from pathlib import Path

import pytest

from tests.browser.counting import Counted
from tests.browser.serving import Served, collect_static, kith, open_database
from tests.cli.installs import empty_install

MANAGER = "morgan@council.example"
NEWEST = 'select body from outbox_letter where "to" = ? and body like ? order by id desc limit 1'


def built_empty(factory: pytest.TempPathFactory, folder: Path) -> Path:
    """What two commands make, and the files that the web server hands out."""
    empty_install(factory, folder)
    kith("new-manager", MANAGER, "--name", "Morgan", folder=folder)
    collect_static(folder)
    return folder


def letter(served: Served, to: str, about: str = "") -> str:
    """The newest letter to this address that holds these words."""
    with open_database(served.folder) as database:
        return database.execute(NEWEST, (to, f"%{about}%")).fetchone()[0]


def sign_in(visitor: Counted, served: Served, email: str) -> None:
    """From the sign-in page to being in, with the code from the letter."""
    visitor.is_on("Sign in")
    visitor.writes("Your email address", email)
    visitor.chooses("My own")
    visitor.presses("Send me a code")
    visitor.is_on("Type your code")
    visitor.writes("Your code", re.search(r"\b\d{6}\b", letter(served, email))[0])
    visitor.presses("Sign in")


def set_up_the_second_step(visitor: Counted) -> None:
    """An app for codes: its secret is read on the page, its figures are worked out as the app would."""
    visitor.is_on("Signing in safely")
    visitor.sees("One step before you start")
    visitor.follows("Set up the app")
    visitor.opens("The same in letters")
    visitor.writes("Code from the app", figures(visitor.page.get_by_role("code").inner_text()))
    visitor.presses("Done")
    visitor.is_on("Your spare codes")
    visitor.follows("Go on to Kith")


def figures(secret: str) -> str:
    """What an app shows now for this secret (RFC 6238)."""
    moment = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.new(base64.b32decode(secret), moment, "sha1").digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"
