"""When something about a goal cannot be done, and why. A vague goal is never a reason."""

from datetime import date

from kith.about_me.models import Line
from kith.people.models import Individual

from .models import Barrier, CheckIn, Entry, Goal, Helper, HelperPage, LookingInto, Option, Role, Step
from .models.words import number_in, seconds_in

MOST_IN_PLAY = 3
WORDS_LIMIT = 2_000
PAGE_WORDS_LIMIT = 500
TOLD_LIMIT = 1_000
MOST_WAITING = 10  # of what one helper told and the individual has not looked at
FULL = "There are three goals already. Pause or finish one first."


def cannot_write(words: str) -> str | None:
    if not words.strip():
        return "Please write a few words first."
    return "That is a lot for one place. Please make it shorter." if len(words) > WORDS_LIMIT else None


def cannot_play_another(individual: Individual) -> str | None:
    in_play = individual.goals.filter(state=Goal.State.IN_PLAY).count()
    return FULL if in_play >= MOST_IN_PLAY else None


def cannot_point_to(direction: Line | None, individual: Individual) -> str | None:
    is_theirs = direction is None or direction.individual_id == individual.pk
    return None if is_theirs else "That direction belongs to somebody else."


def cannot_come_from(option: Option | None, individual: Individual) -> str | None:
    is_theirs = option is None or option.wish.individual_id == individual.pk
    return None if is_theirs else "That wish belongs to somebody else."


def cannot_choose(option: Option) -> str | None:
    return "This became a goal already." if option.is_chosen else None


def cannot_set_aside(option: Option) -> str | None:
    return cannot_choose(option) or (None if option.is_open else "This is set aside already.")


def cannot_open_again(option: Option) -> str | None:
    return cannot_choose(option) or ("This is still open." if option.is_open else None)


def cannot_want_to_hear(goal: Goal, *, is_own: bool) -> str | None:
    if is_own:
        return "You know how it goes. You can write it down below."
    return None if goal.is_in_play else "This goal is not going on now."


def cannot_move_entry(goal: Goal, entry: str) -> str | None:
    if entry not in Entry.values:
        return "Please press one of the buttons."
    return None if goal.is_event else "There is no day to take part in yet. You can give it one."


def cannot_be_of_kind(kind: str, weekday: int | None) -> str | None:
    if kind not in Goal.Kind.values:
        return "Please choose one. Either is a fine start."
    if kind == Goal.Kind.TARGET and weekday is not None:
        return "Something to aim for has one day. A weekday is for something regular."
    return None


def cannot_pause(goal: Goal) -> str | None:
    if goal.is_paused:
        return "This goal is already paused."
    return None if goal.is_in_play else "This goal is already finished."


def cannot_start_again(goal: Goal) -> str | None:
    return "This goal is already going on." if goal.is_in_play else cannot_play_another(goal.individual)


def cannot_finish(goal: Goal) -> str | None:
    """Reaching a goal or letting it go."""
    is_open = goal.state in (Goal.State.IN_PLAY, Goal.State.PAUSED)
    return None if is_open else "This goal is already finished."


def cannot_belong(goal: Goal | None, individual: Individual) -> str | None:
    is_theirs = goal is None or goal.individual_id == individual.pk
    return None if is_theirs else "That goal belongs to somebody else."


def cannot_own(owner: str, helper: Helper | None, individual: Individual) -> str | None:
    if owner not in Role.values:
        return "Please say who does this step."
    if owner == Role.HELPER:
        if helper is None:
            return "Please say which helper does this step."
        return None if helper.individual_id == individual.pk else "That helper belongs to somebody else."
    return None if helper is None else "Only one of you can hold this step."


def cannot_add_step(
    words: str, goal: Goal | None, owner: str, helper: Helper | None, individual: Individual
) -> str | None:
    return cannot_write(words) or cannot_belong(goal, individual) or cannot_own(owner, helper, individual)


def cannot_finish_step(step: Step) -> str | None:
    return "This step is already done." if step.is_done else None


def cannot_undo_step(step: Step) -> str | None:
    return None if step.is_done else "This step is still open."


def cannot_report_for(on: date, today: date) -> str | None:
    return "That day has not come yet." if on > today else None


def cannot_come_through(through: str, words: str) -> str | None:
    """What is pressed on a link's page may have been pressed by anybody: it carries no words."""
    if through not in CheckIn.Through.values:
        return "Please say how it was told."
    return "Only “I went” or “Not this time” can be said here." if through == "link" and words.strip() else None


def cannot_be_result(goal: Goal, value: str) -> str | None:
    if not value.strip():
        return "Please write how it turned out."
    if goal.measured_in == Goal.Measure.TIME and seconds_in(value) is None:
        return "Write the time like 27:40."
    if goal.measured_in == Goal.Measure.NUMBER and number_in(value) is None:
        return "Write a number, like 12."
    return "Please use fewer words here." if len(value) > 200 else None


def cannot_have_page(step: Step) -> str | None:
    """Why there is nothing that a helper could do with this step any more."""
    if step.helper is None:
        return "Nobody besides the two of you holds this step."
    if step.is_done:
        return "This step is already done."
    return "This has come to an end, so there is no page for it." if _has_ended(step) else None


def _has_ended(step: Step) -> bool:
    """A paused goal is still theirs."""
    return step.goal is not None and step.goal.state not in (Goal.State.IN_PLAY, Goal.State.PAUSED)


def cannot_make_page(step: Step, words: str, reach: str, number: str) -> str | None:
    """A page for the helper who holds this step."""
    if reason := cannot_have_page(step):
        return reason
    if reach not in HelperPage.Reach.values:
        return "Please choose whether they may ring somebody."
    if (reach == HelperPage.Reach.NOBODY) is bool(number):
        return "Please write the number, or choose Nobody."
    return cannot_write(words)


def cannot_agree_to(page: HelperPage) -> str | None:
    """The yes comes once, to a page that still waits for it."""
    if page.put_away_at:
        return "This page was put away. You can make another one."
    return cannot_have_page(page.step)


def cannot_put_away(page: HelperPage) -> str | None:
    return "You said yes to this already. You can stop it." if page.share else None


def cannot_tell(words: str, waiting: int) -> str | None:
    """`waiting`: how much of what this helper told nobody has looked at."""
    if waiting >= MOST_WAITING:
        return "There is a lot here already. Please tell them yourself."
    return cannot_write(words)


def cannot_be_said_of_barrier(kind: str, whose: str, helped: str) -> str | None:
    """None of the three has to be said."""
    given = ((kind, Barrier.Kind), (whose, Barrier.Whose), (helped, Barrier.Helped))
    is_fine = all(not said or said in choices.values for said, choices in given)
    return None if is_fine else "Please choose one of these."


def cannot_try(words: str) -> str | None:
    return cannot_write(words) if words.strip() else None


def cannot_look_into(about: str, there: LookingInto | None) -> str | None:
    """`there`: whoever looks into it already."""
    if not about.strip() or len(about) > 120:
        return "Please press one of the buttons."
    return f"{there.by.first_name} is looking into this already." if there else None
