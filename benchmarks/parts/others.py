"""Kith beside what people would use instead: the same browser, the same machine, the same content; and what others say.

django-helpdesk is installed by pip into an environment of its own, in the folder for temporary things; Request Tracker
is Debian's, on a file and with its own web server. Both are begun and ended here, on the loopback address.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.answering import answering
from benchmarks.apart import NotRun, by_itself, tell
from benchmarks.neighbourhood import ROOT, built
from benchmarks.rows import Row

HOW, TIMES, VERSION = "python -m benchmarks others", {"small": 1, "usual": 5, "large": 9}, "2.6.1"
PLACE = Path(tempfile.gettempdir(), "kith-measured-others")
WEB = ("--log-level", "warning", "django.core.wsgi:get_wsgi_application()")
PEERS = {"helpdesk": f"django-helpdesk {VERSION}", "tracker": "Request Tracker 5"}
SAME = "forty people, a note with a part that only the writer sees"
COUNTS = ("presses", "boxes", "screens")
# Counted from manuals and source of what cannot be run here; "screens" includes the one that somebody starts on.
DOCUMENTED = {
    "record a note": "screens: Social Rx 3, Charitylog 4 to 6; fields that have to be filled: OSCaR 3, CASA 6",
    "see what is due": "presses: Joy 2, Charitylog 1, and another contact has to be kept to clear a line",
}


def measured(size: str) -> Iterator[Row]:
    """Each in a process of its own; whoever could not be run is named at the end."""
    ours, missing = by_itself("benchmarks.parts.others", "kith", str(TIMES[size])), []
    for which, name in PEERS.items():
        try:
            yield from _beside(ours, by_itself("benchmarks.parts.others", which, str(TIMES[size])), name)
        except NotRun as reason:
            missing.append(f"{name}: {reason}")
    told = f"Documented: {DOCUMENTED['see what is due']}"
    yield Row("see what is due: presses", 0, "presses", HOW, "the page that somebody comes in on", told)
    if missing:
        raise NotRun(" ".join(missing))


def _beside(ours: dict, theirs: dict, name: str) -> Iterator[Row]:
    for what, does in (("due", "see what is due"), ("note", "record a note")):
        (took, weight), (their_took, their_weight) = ours[what], theirs[what]
        beside = f"{took:.0f} and {their_took:.0f} ms"
        yield Row(f"{does}: until it can be used", took / their_took, f"times {name}", HOW, SAME, beside)
        beside = f"{weight:,} and {their_weight:,} bytes"
        yield Row(f"{does}: bytes at a first visit", weight / their_weight, f"times {name}", HOW, SAME, beside)
    for count in COUNTS:
        beside = f"{name}: {theirs[count]}. Documented: {DOCUMENTED['record a note']}"
        yield Row(f"record a note: {count}, beside {name}", ours[count], count, HOW, SAME, beside, most=theirs[count])


def of_kith(times: int) -> dict:
    """The invented neighbourhood, as its worker."""
    from benchmarks.hand import browser, first_visit, hand

    with built():
        from kith.cli.ground import prepare_static_files, start_django

        start_django()
        prepare_static_files()
        from benchmarks.watched import signed_in
        from kith.people.models import Individual, User

        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        cookies = signed_in(User.objects.get(email="vish@kith.example"))
        person = f"/people/{Individual.objects.get(user__email='greg@kith.example').public_id}/"
        with answering() as server, browser() as begun:
            address = f"http://127.0.0.1:{server.port}"
            due = first_visit(begun, f"{address}/", cookies, times)
            note = first_visit(begun, f"{address}{person}write-up/", cookies, times)
            one = hand(begun, address, cookies)
            one.begins(address + person)
            one.presses_on(one.page.locator(f"a[href$='{person}write-up/']").first)
            one.types(one.page.locator("textarea[name=shared]"), "We talked about the choir.")
            own = one.page.locator("textarea[name=reflection]")
            one.switches(one.page.locator("details", has=own).last.locator("summary").first)
            one.types(own, "Slower next time.")
            one.presses_on(one.page.get_by_role("button", name="Done").first)
    return {"due": due, "note": note} | {count: getattr(one, count) for count in COUNTS}


def of_helpdesk(times: int) -> dict:
    """A note to a ticket is public or it is not, so the two parts are two notes."""
    from benchmarks.hand import browser, first_visit, hand

    with helpdesk() as (address, cookies), browser() as begun:
        due = first_visit(begun, f"{address}/helpdesk/dashboard/", cookies, times)
        note = first_visit(begun, f"{address}/helpdesk/tickets/1/", cookies, times)
        one = hand(begun, address, cookies)
        one.begins(f"{address}/helpdesk/tickets/1/")
        for words, is_public in (("We talked about the choir.", True), ("Slower next time.", False)):
            one.switches(one.page.get_by_role("tab", name="Respond"))
            one.types(one.page.locator("#commentBox"), words)
            if not is_public:
                one.switches(one.page.locator("#id_public"))
            one.presses_on(one.page.locator("#ticket-respond-form button[type=submit]").last)
    return {"due": due, "note": note} | {count: getattr(one, count) for count in COUNTS}


def of_tracker(times: int) -> dict:
    """A reply is for everybody and a comment for those who work on it, so the two parts are two notes here as well."""
    from benchmarks.hand import browser, first_visit, hand
    from benchmarks.tracker import tracker

    with tracker() as (address, cookies), browser() as begun:
        due = first_visit(begun, f"{address}/", cookies, times)
        note = first_visit(begun, f"{address}/Ticket/Display.html?id=1", cookies, times)
        one = hand(begun, address, cookies)
        one.begins(f"{address}/Ticket/Display.html?id=1")
        for words, does in (("We talked about the choir.", "Respond"), ("Slower next time.", "Comment")):
            one.presses_on(one.page.locator(f"a[href*='Action={does}']:visible").last)
            one.types(one.page.frame_locator("iframe.cke_wysiwyg_frame").locator("body"), words)
            one.presses_on(one.page.locator("input[name=SubmitTicket]").last)
    return {"due": due, "note": note} | {count: getattr(one, count) for count in COUNTS}


@contextmanager
def helpdesk() -> Iterator[tuple[str, dict]]:
    """It answers at this address, for whoever has these cookies."""
    python = PLACE / "bin" / "python"
    if not python.exists():
        _do([sys.executable, "-m", "venv", str(PLACE)])
        _do(
            [str(python), "-m", "pip", "install", "--quiet", f"django-helpdesk=={VERSION}", "gunicorn", "setuptools<81"]
        )
    with tempfile.TemporaryDirectory(prefix="kith-helpdesk-") as folder:
        more = {"HELPDESK_FOLDER": folder, "DJANGO_SETTINGS_MODULE": "benchmarks.helpdesk.settings"}
        told = _do([str(python), "-m", "benchmarks.helpdesk"], **more)
        with answering(WEB, asks="/helpdesk/", python=str(python), **more) as server:
            yield f"http://127.0.0.1:{server.port}", json.loads(told.splitlines()[-1])


def _do(command: list[str], **more: str) -> str:
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | more
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own words
    if done.returncode:
        raise NotRun(f"django-helpdesk could not be set up here ({' '.join(command[1:4])}).")
    return done.stdout


if __name__ == "__main__":
    tell({"kith": of_kith, "helpdesk": of_helpdesk, "tracker": of_tracker}[sys.argv[1]](int(sys.argv[2])))
