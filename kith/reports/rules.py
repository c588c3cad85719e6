"""When a report cannot be prepared or taken along, and why."""

from datetime import date

from kith.conversations.mirror.spans import latest_quarter, running_quarter

NOT_YET = "There is no report yet. The first is prepared two weeks after a quarter ends."


def cannot_prepare(begins: date, today: date) -> str | None:
    """Whole quarters that are over, and two weeks for what is written up late."""
    if begins != running_quarter(begins):
        return "A report is of a whole quarter."
    return "That quarter is not over yet, or only just." if begins > latest_quarter(today).begins else None


def cannot_take(period) -> str | None:
    """Before the first quarter there is nothing to print or send."""
    return None if period else NOT_YET
