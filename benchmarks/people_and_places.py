"""How long the drawing of a large life takes, by the processor's time.

`python -m benchmarks.people_and_places [HOW_MANY]`, 500 unless told. Ends with 1 when it takes longer than is allowed.
"""
# ruff: noqa: T201 - printing is what this is for

import os
import sys
from statistics import median
from time import process_time

TIMES = 20
ALLOWED = 0.3  # seconds of the processor, for 500


def main(how_many: int) -> int:
    """Draws a life of so many, a third in each circle, and writes it out as the page does."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kith.config.settings")
    django.setup()
    taken = [_seconds(_life(how_many)) for _ in range(TIMES)]
    print(f"{how_many} people and places drawn in {median(taken) * 1000:.0f} ms (slowest {max(taken) * 1000:.0f} ms);")
    print(f"at most {ALLOWED * 1000:.0f} ms are allowed for 500")
    return int(median(taken) > ALLOWED)


def _life(how_many: int) -> list:
    from kith.network_map.models import Connection, Kind

    kinds = Kind.values
    return [
        Connection(name=f"Friend number {each}", kind=kinds[each % len(kinds)], circle=each % 3 + 1)
        for each in range(how_many)
    ]


def _seconds(life: list) -> float:
    from django.template.loader import render_to_string

    from kith.network_map.circles import drawing_of

    begun = process_time()
    drawing = drawing_of(life)
    render_to_string("network_map/_drawing.html", {"drawing": drawing, "middle_words": "Me"})
    return process_time() - begun


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500))
