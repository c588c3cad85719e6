"""How much there is to do, in words."""

from kith.directory import queries as directory


def in_words(count: int) -> str:
    """Of `directory.count_live`."""
    if count > directory.COUNTED:
        return f"More than {directory.COUNTED:,} things to do"
    return f"{count} thing{'' if count == 1 else 's'} to do"
