"""Pictures of every page, empty and full, on a desk and on a phone; and the five that README.md shows.

.venv/bin/python scripts/pictures.py FOLDER            every page into FOLDER
.venv/bin/python scripts/pictures.py --readme FOLDER   the five of the README
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
DESK, PHONE = {"width": 1180, "height": 800}, {"width": 390, "height": 1280}
PEOPLE = ("", "Vish", "Greg", "Priya", "Maya", "Morgan", "Tom", "Ines", "Alex")


def main(arguments: list[str]) -> int:
    """Serves a fresh neighbourhood and takes the pictures asked for. Gives the exit code."""
    if not arguments or "--help" in arguments:
        sys.stdout.write(__doc__ or "")
        return 0 if arguments else 2
    folder = Path(arguments[-1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    import django

    django.setup()
    take: Callable[[Browser, str, Path], None] = for_readme if "--readme" in arguments else of_every_page
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        from tests.browser.conftest import QUIET, installed
        from tests.browser.serving import built_once, serving

        browser = playwright.chromium.launch(
            executable_path=installed(), args=QUIET, env=os.environ | {"LANGUAGE": "en_GB"}
        )
        with serving(built_once(Path(place)), Path(place) / "served") as served:
            take(browser, served.address, folder)
        browser.close()
    return 0


def visitor(browser: Browser, address: str, screen: dict, who: str):
    from tests.browser.visitor import Visitor

    shown = {"viewport": screen, "locale": "en-GB", "timezone_id": "Europe/London", "reduced_motion": "reduce"}
    there = Visitor(browser.new_context(**shown), address)
    if who:
        there.sign_in_as(who)
    return there


def of_every_page(browser: Browser, address: str, folder: Path) -> None:
    from tests.browser.test_every_page_is_sound import places_to_begin
    from tests.browser.walking import pages_met

    for who in PEOPLE:
        there = visitor(browser, address, DESK, who)
        for name, _ in pages_met(there, places_to_begin(there, who)):
            for screen in (DESK, PHONE):
                there.page.set_viewport_size(screen)
                file = f"{who or 'nobody'}-{name.replace(':', '.').replace('?', '-')}-{screen['width']}.png"
                there.page.screenshot(path=folder / file, full_page=True)


def for_readme(browser: Browser, address: str, folder: Path) -> None:
    vish = visitor(browser, address, DESK, "Vish")
    vish.follows("Before you meet Greg")
    vish.page.screenshot(path=folder / "brief.png")
    vish.follows("Write up")
    vish.writes("What you talked about", "The 5km: 27:40, a personal best. Kick-boxing most weeks.")
    vish.writes("Before I see Greg again", "Derby is 7 March. Check the score.")
    vish.page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    vish.page.screenshot(path=folder / "write-up.png")
    of_the_table(vish, folder)
    greg = visitor(browser, address, PHONE, "Greg")
    greg.page.locator("main").wait_for()
    greg.page.screenshot(path=folder / "my-plan.png")


def of_the_table(vish, folder: Path) -> None:
    """What they look for together, and the introduction that comes of it."""
    vish.goes_to("/")
    vish.meets_soon("Greg")
    vish.follows("The table")
    vish.writes("What would be good to do?", "something active on a Tuesday")
    vish.presses("Look")
    vish.sees("What fits")
    vish.page.screenshot(path=folder / "table.png")
    vish.page.get_by_role("link", name="Introduce").first.click()
    vish.chooses("First name")
    vish.page.locator("#words .letter", has_text="Greg").first.wait_for()
    vish.page.screenshot(path=folder / "introduction.png")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
