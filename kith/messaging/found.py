"""A result that may stand in somebody's words: offered to be kept, and never kept by itself."""

from kith.goals.models import Goal
from kith.messaging.reading.found import number_in, time_in


def found_in(words: str, about) -> str:
    """The result in these words, in the measure of the goal they are about; "" for none, or for any other measure."""
    if not isinstance(about, Goal):
        return ""
    words = "\n".join(line for line in words.splitlines() if not line.startswith(">"))  # never in what is quoted
    if about.measured_in == Goal.Measure.TIME:
        return time_in(words)
    return number_in(words, about.unit) if about.measured_in == Goal.Measure.NUMBER and about.unit else ""
