"""Draws and spoils every leaflet into a folder: `python -m benchmarks.leaflet FOLDER`, as SET.KEY.KIND."""

import sys
from pathlib import Path

from .drawing import KINDS, SETS, drawn, leaflets
from .spoiling import as_file
from .telephone import photographed


def main(folder: Path) -> None:
    for of in SETS:
        for number, made in enumerate(leaflets(of)):
            page = drawn(made)
            for kind in KINDS:
                how = made.laid_out.get("photo") if kind == "photo" else None
                spoiled = photographed(page, how, 100 + number) if how else as_file(page, kind, seed=100 + number)
                (folder / f"{of}.{made.key}.{kind}").write_bytes(spoiled)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
