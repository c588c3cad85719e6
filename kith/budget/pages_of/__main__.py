"""Draws the files that come in one after another: `python -m kith.budget.pages_of 1200 3400`, each number how long one
is. Prints one line of JSON, {"pages": 3} or {"problem": a sentence}, and after it the PDF."""

import json
import resource
import sys

MOST_MEMORY = 2_000_000_000  # bytes of addresses: several times what twenty pages need
MOST_SECONDS = 25  # of the processor


def main(lengths: list[int]) -> None:
    """Nothing that a file does to this process reaches the one that asked."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    from kith.access.refusal import Refused

    from .drawing import one_pdf

    pdf = b""
    try:
        pdf, pages = one_pdf([sys.stdin.buffer.read(length) for length in lengths])
        answer: dict = {"pages": pages}
    except Refused as reason:
        answer = {"problem": str(reason)}
    except MemoryError:
        answer = {"problem": "This is too large to be drawn. Photographs of the pages work better."}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + pdf)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]])
