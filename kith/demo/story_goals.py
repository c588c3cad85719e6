"""Greg's goals: what was agreed on the spot, his small steps, and how it went, told by him."""

from datetime import timedelta

from kith.goals import actions as goals

from .days import WEEK
from .story import IN_THE_ROOM, Story

OWNERS = {"greg": "individual", "vish": "worker"}
DONE_AT, WENT_AT = "18:20", "21:10"


def tell_of_goals(story: Story) -> None:
    """Goals, helpers, steps, and everything that came of them."""
    story.each("helpers", IN_THE_ROOM, _add_helper)
    for goal in story.told["goals"]:
        if goal["key"] != "5km":  # that one is set in the write-up
            story.tell(goal, IN_THE_ROOM, _set_commitment)
    for step in story.told["steps"]:
        _tell_of_step(story, step)
    story.each("goal_changes", "18:40", _change)
    story.each("barriers", "14:50", _note_barrier)
    story.each("pauses", "20:00", _pause)
    for pause in story.told["pauses"]:
        story.tell(pause, "18:00", _start_again, "until_days_before_review")
    story.each("results", "18:15", _add_result)
    for check_in in story.told["check_ins"]:
        _tell_of_check_in(story, check_in)


def _tell_of_step(story: Story, step: dict) -> None:
    if not step.get("in_write_up"):
        story.tell(step, "14:40", _add_step)
    if "done_days_before_review" in step:
        at = "14:55" if "within_meeting" in step else DONE_AT
        story.chronicle.tell(story.day(step, "done_days_before_review"), at, lambda: _finish_step(story, step))


def _tell_of_check_in(story: Story, check_in: dict) -> None:
    """Kick-boxing of the last days is left for him to answer."""
    is_open = check_in["goal"] == "kick-boxing" and story.day(check_in) > story.days.today - timedelta(days=WEEK)
    if not is_open:
        story.tell(check_in, WENT_AT, _check_in)


def _add_helper(story: Story, helper: dict) -> None:
    story.helpers[helper["key"]] = goals.add_helper(
        individual=story.greg,
        name=helper["called"],
        how_they_help=helper["where"],
        has_time=helper["has_time"],
        by=story.by("vish"),
    )


def _set_commitment(story: Story, goal: dict) -> None:
    activity = story.town[goal["activity"]]
    weekly = activity.times.all()[0]
    story.goals[goal["key"]] = goals.set_goal(
        individual=story.greg,
        kind=goal["kind"],
        words=goal["words"],
        why=goal.get("greg_words", ""),
        asked_by="individual",
        direction=story.greg.lines.filter(kind="direction").first(),
        activity=activity,
        weekday=weekly.weekday,
        at_time=weekly.starts,
        by=story.by("greg" if "greg_words" in goal else "vish"),
    )


def _add_step(story: Story, step: dict) -> None:
    owner, _, helper = step["owner"].partition(":")
    goals.add_step(
        individual=story.greg,
        goal=story.goals.get(step.get("goal", "")),
        words=step["words"],
        owner=OWNERS.get(owner, owner),
        helper=story.helpers.get(helper),
        by=story.by(_who_adds(step)),
    )


def _who_adds(step: dict) -> str:
    """In the room Vish taps; between meetings each adds their own, and Greg what a helper does for him."""
    return "vish" if "within_meeting" in step or step["owner"] == "vish" else "greg"


def _finish_step(story: Story, step: dict) -> None:
    goals.finish_step(step=story.greg.steps.get(words=step["words"]), by=story.by(_who_adds(step)))


def _change(story: Story, change: dict) -> None:
    goal = story.goals[change["goal"]]
    goals.reword_goal(goal=goal, words=change["words"], by=story.by(change["by"]))
    goals.change_target(goal=goal, aiming_for=change["aiming_for"], by=story.by(change["by"]))


def _note_barrier(story: Story, barrier: dict) -> None:
    goals.note_barrier(goal=story.goals[barrier["goal"]], words=barrier["as_vish_remembers"], by=story.by("vish"))


def _pause(story: Story, pause: dict) -> None:
    goals.pause(goal=story.goals[pause["goal"]], words=pause["greg_words"], by=story.by("greg"))


def _start_again(story: Story, pause: dict) -> None:
    goals.start_again(goal=story.goals[pause["goal"]], by=story.by("greg"))


def _check_in(story: Story, check_in: dict) -> None:
    goals.check_in(
        goal=story.goals[check_in["goal"]],
        went=check_in["how"] == "went",
        words=check_in.get("greg_words", ""),
        by=story.by("greg"),
    )


def _add_result(story: Story, result: dict) -> None:
    goals.add_result(
        goal=story.goals[result["goal"]],
        value=result["result"],
        words=result["greg_words"],
        by=story.by("greg"),
    )
