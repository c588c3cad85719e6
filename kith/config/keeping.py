"""`python -m kith.config.keeping`: what the clock begins at night, in a process of its own. See `of_keeping`."""

import os
import signal
import sys

from kith.config import log
from kith.config.parent import end_with_parent


def main() -> None:
    """Does what is due, and ends. Told to end, it ends at once: what it was at is begun again."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    import django

    django.setup()
    log.begin()
    from kith.upkeep.keeping.nightly import do_what_is_due

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    end_with_parent()
    do_what_is_due()


if __name__ == "__main__":
    main()
