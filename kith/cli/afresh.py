"""`python -m kith.cli.afresh COMMAND …`: puts out this version’s styles and scripts, then becomes the command.

So what takes the place of a web server that runs may be newer than whoever started it.
"""

import os
import sys

from kith.cli.ground import prepare_static_files, start_django


def main() -> None:
    start_django()
    prepare_static_files()
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 - our own command, handed on by `kith serve`


if __name__ == "__main__":
    main()
