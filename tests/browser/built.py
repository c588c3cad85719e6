"""`kith demo`, in a folder whose database was laid out before by `kith migrate`, which takes far longer than all the
rest. How it makes room for itself is shown by `tests/cli/test_demo_folder.py`."""

import sys
from pathlib import Path

from kith.cli import demo, ground
from kith.cli.main import main


def build(folder: Path) -> None:
    """The neighbourhood, and the files that the web server hands out."""
    (folder / demo.MARKER).write_text(demo.BEING_BUILT)
    demo._make_room = lambda *_folder, **_afresh: None
    assert main(["demo", "--no-serve", "--data", str(folder)]) == 0
    ground.prepare_static_files()


if __name__ == "__main__":
    build(Path(sys.argv[1]))
