"""What somebody whose Personal Budget became less is owed, and was not told: each is something they can ask for.

From the Care Act 2014, sections 25 to 27, and its guidance, chapter 13: a plan may be revised only where needs or
circumstances changed, with the person involved, in writing and with reasons. What somebody pays rests on a financial
assessment, with a written record of it (section 17).
"""

from datetime import date

from .models import Written


def can_ask_for(lower: Written) -> list[str]:
    """What the letter lacks, as questions that the individual can put to whoever decides."""
    if lower.basis in (Written.Basis.REQUEST, Written.Basis.SLIP):
        return []
    owed = {
        "Which of my needs changed?": lower.need_changed,
        "When did you look at my needs again, with me?": lower.looked_again_on,
        "How will each need I still have be met, and what does that cost?": lower.how_met,
        "Who was asked?": lower.who_involved,
        "Was somebody offered to speak for me?": lower.advocate_offered,
        "On which day did you tell me?": lower.notice_on,
        "How can I say no to this, and by when?": lower.how_to_challenge,
    }
    asks = [question for question, answer in owed.items() if not answer]
    asks += ["Why do I pay more than before, and how was it reckoned?"] if lower.takes_more_of_them else []
    return asks + (["Why does it start so soon?"] if _starts_at_once(lower.notice_on, lower.starts_on) else [])


def _starts_at_once(told: date | None, starts: date) -> bool:
    return told is not None and starts <= told
