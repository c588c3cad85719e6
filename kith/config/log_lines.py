"""What a line of the log may hold. A log is read by people who may read nobody's record, so it has a list of what may
stand in it and of how each looks; whatever else comes along is left out, from our own code and from every library."""

import re
import sys
import sysconfig
from collections.abc import Iterator, MutableMapping
from logging import LogRecord
from pathlib import Path
from types import TracebackType
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = Path(sysconfig.get_path("purelib"))
LONGEST, DEEPEST = 300, 12
NOT_OURS = "(words of a library, left out)"

KNOWN = {
    "time": r"[\d:TZ.-]+",
    "level": r"[a-z]+",
    "from": r"[\w.]+",
    "event": r".+",
    "request_id": r"[0-9a-f]{16}",
    "method": r"[A-Z]{3,7}",
    "route": r"[a-z0-9_:.-]+",
    "status": r"\d{3}",
    "ms": r"\d+",
    "roles": r"[a-z_+]+",
    "who": r"[\w-]{8,40}",
    "problem": r"\w+( < \w+)*",
    "at": r"[\w./<>~-]+:\d+( < [\w./<>~-]+:\d+)*",
}
_SHAPES = {key: re.compile(shape) for key, shape in KNOWN.items()}
_ADDRESS, _NUMBER = re.compile(r"[^\s@<>]+@[^\s@<>]+"), re.compile(r"\+?\d[\d ]{8,}\d")

Line = MutableMapping[str, Any]


def of_the_record(_logger: object, _method: str, line: Line) -> Line:
    """What a record of Python's own logging tells: its words, what went wrong and where."""
    record: LogRecord = line["_record"]
    problem = getattr(record, "problem", None) or (record.exc_info[1] if record.exc_info else None)
    told = {key: value for key, value in vars(record).items() if key in KNOWN}
    told |= {"level": record.levelname.lower(), "from": record.name, "event": _words_of(record, line)}
    if isinstance(problem, BaseException):
        told |= {"problem": kinds_of(problem), "at": place_of(problem)}
    elif not record.name.startswith("kith"):
        told["at"] = f"{_short(record.pathname)}:{record.lineno}"
    return {**line, **told}


def _words_of(record: LogRecord, line: Line) -> str:
    """Ours as they are: they are written with this in mind. A library may put anything into its own, so of those
    only the pattern is told that its words were put into."""
    if record.name.startswith("kith"):
        return line["event"]
    return record.msg if line.get("positional_args") and isinstance(record.msg, str) else NOT_OURS


def kinds_of(problem: BaseException) -> str:
    """The kind of an error and of what caused it. What an error says may be somebody's words, so it is not told."""
    return " < ".join(type(each).__name__ for each in _causes(problem))


def _causes(problem: BaseException | None) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    while problem is not None and problem not in seen and len(seen) < DEEPEST:
        seen.append(problem)
        yield problem
        problem = problem.__cause__ or (None if problem.__suppress_context__ else problem.__context__)


def place_of(problem: BaseException) -> str:
    """Where it happened, the nearest first: files and lines, without a value."""
    steps = [f"{_short(frame.f_code.co_filename)}:{line}" for frame, line in _steps(problem.__traceback__)]
    return " < ".join(reversed(steps[-DEEPEST:])) or "<nowhere>:0"


def _steps(trace: TracebackType | None) -> Iterator[tuple[Any, int]]:
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def _short(file: str) -> str:
    """As it lies in Kith, in a library or in Python; where somebody installed them is nobody's matter."""
    for folder in (LIBRARIES, ROOT, Path(sys.base_prefix)):
        if file.startswith(f"{folder}/"):
            return file.removeprefix(f"{folder}/").replace(" ", "-")
    return Path(file).name.replace(" ", "-")


def only_what_is_known(_logger: object, _method: str, line: Line) -> Line:
    """The last step before a line is written: what is not on the list, or does not look as it should, stays out."""
    return {key: said for key in KNOWN if (said := _as_it_should_look(key, line.get(key))) is not None}


def _as_it_should_look(key: str, value: object) -> str | int | None:
    if not isinstance(value, str | int) or isinstance(value, bool):
        return None
    said = _masked(_on_one_line(str(value))[:LONGEST] if key == "event" else str(value))
    if not _SHAPES[key].fullmatch(said):
        return None
    return value if isinstance(value, int) else said


def _on_one_line(words: str) -> str:
    """Whatever a terminal or a reader of lines would follow as an order is written out."""
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in words)


def _masked(words: str) -> str:
    return _NUMBER.sub("(number)", _ADDRESS.sub("(address)", words)) if "@" in words or " " in words else words


def plainly(_logger: object, _method: str, line: Line) -> str:
    """For a terminal: the words first, then whatever else is known."""
    first = ("time", "level", "from", "event")
    rest = " ".join(f"{key}={value}" for key, value in line.items() if key not in first)
    return f"{line['time'][11:19]} {line['level']:7} {line.get('event', '')}  {rest}".rstrip()
