"""When a wish for reminders cannot be kept like that, and why."""

MOST_DAYS = 7


def cannot_be_so_many_days(days: int) -> str | None:
    return None if 0 <= days <= MOST_DAYS else "Please choose up to seven days before."
