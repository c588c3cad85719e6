"""Puts a current SQLite under Django: older builds can corrupt a write-ahead log, very rarely (fixed in 3.51.3)."""

import sys

SAFE_WITH_WAL = (3, 51, 3)


def use_current_sqlite() -> None:
    """Lets everything that asks for `sqlite3` have the wheel's build, where there is one."""
    try:
        import pysqlite3
    except ImportError:
        return
    sys.modules["sqlite3"] = pysqlite3
    sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2


def version() -> tuple[int, ...]:
    """The version in use, as numbers."""
    import sqlite3

    return sqlite3.sqlite_version_info


def options() -> dict[str, object]:
    """How Kith opens a SQLite file: immediate writes, full durability, and a write-ahead log where that is safe."""
    journal = "WAL" if version() >= SAFE_WITH_WAL else "DELETE"
    pragmas = {
        "journal_mode": journal,
        "synchronous": "FULL",
        "foreign_keys": "ON",
        "cache_size": "-32000",
        "mmap_size": "134217728",
    }
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        "init_command": "; ".join(f"PRAGMA {name}={value}" for name, value in pragmas.items()) + ";",
    }
