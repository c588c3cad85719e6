"""Words of a place that tell a time, a way in or what to bring, and nothing else: such words can hurt nobody.

Every word has to be on the list. One that is not makes them words for a person to read first; nothing is guessed.
"""

import re

LONGEST = 160
LISTED = """
    a about all am an and any arrive at back bag bar bell between boots bottle bring by café cafe cash church coat come
    corner court dinner door doors drink early entrance evening finish finishes first five floor for four free from
    front gate gates gym half hall hour hours house in indoors inside into is it kit library lift lunch main meet
    meeting meets midday minutes morning near next nine noon o'clock on one open opens or outdoors outside park
    parking past pavilion pm porch pound pounds quarter ramp reception right left ring room school seven shoes side six
    smooth stairs start starts station step steps street studio ten the then third three till time to today
    tomorrow towel trainers twelve two until up use warm water waterproof we wear week welcome with yes please thanks
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    january february march april may june july august september october november december
    blue red green new sharp eight eleven
"""
WORDS = frozenset(LISTED.split())
NUMBER = re.compile(r"£?\d{1,4}(?:am|pm|st|nd|rd|th|p)?")
BETWEEN = re.compile(r"[\s.,;:!()“”\"–-]+")  # noqa: RUF001 - dashes as people type them


def are_plain(words: str) -> bool:
    """Whether these are plain facts of time and place, such as “Come to the side door at 6.45”."""
    said = [each for each in BETWEEN.split(_with_whole_numbers(words)) if each]
    return bool(said) and len(words) <= LONGEST and all(each in WORDS or NUMBER.fullmatch(each) for each in said)


def _with_whole_numbers(words: str) -> str:
    """In small letters, “6.45” and “6:45” kept in one piece, an apostrophe as it is typed most."""
    return re.sub(r"(\d)[.:](\d\d)(?!\d)", r"\1\2", words.lower().replace("’", "'"))
