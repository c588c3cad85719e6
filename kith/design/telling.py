"""Days and times as people say them, the same on every page."""

from datetime import date, time


def clock_words(at: time | None) -> str:
    """“6:30pm”, “7pm”; "" when no time was said."""
    if at is None:
        return ""
    minutes = f":{at.minute:02}" if at.minute else ""
    return f"{at.hour % 12 or 12}{minutes}{'am' if at.hour < 12 else 'pm'}"


def day_words(day: date, today: date | None = None) -> str:
    """“Tuesday 1 December”; with the year when `today` is given and it is another one."""
    words = f"{day:%A} {day.day} {day:%B}"
    return words if today is None or day.year == today.year else f"{words} {day.year}"
