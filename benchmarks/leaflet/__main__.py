"""Draws and spoils every leaflet into a folder: `python -m benchmarks.leaflet FOLDER`, as KEY.KIND."""

import sys
from pathlib import Path

from .drawing import KINDS, drawn, leaflets
from .spoiling import as_file


def main(folder: Path) -> None:
    for number, made in enumerate(leaflets()):
        for kind in KINDS:
            (folder / f"{made.key}.{kind}").write_bytes(as_file(drawn(made), kind, seed=100 + number))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
