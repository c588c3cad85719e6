"""Greg's Personal Budget: what the council wrote, the reviews there were, and what he was promised."""

from kith.budget import actions as budget
from kith.budget.terms import Terms

from .story import Story, whose


def tell_of_the_budget(story: Story) -> None:
    """Vish writes down the letter that Greg brought along."""
    story.each("budget", "11:00", _write_down)
    story.each("budget_reviews", "11:10", _note_review)
    story.each("assurances", "20:55", _promise)
    story.each("changes_of_support", "10:20", _note_support)


def _write_down(story: Story, entry: dict) -> None:
    days = {name: story.day(entry, f"{name}_days_before_review") for name in ("written", "told", "starts", "review")}
    terms = Terms(
        total=entry["total_pence"],
        own_part=entry["own_pence"],
        their_part=entry["their_pence"],
        total_from=entry["came_from"],
        own_part_from=entry["came_from"],
        their_part_from=entry["came_from"],
        words=entry["letter_words"],
        written_on=days["written"],
        told_on=days["told"],
        starts_on=days["starts"],
        review_on=days["review"],
        **{name: entry[name] for name in ("period", "decided_by", "written_by", "why", "pays_for")},
    )
    budget.record(individual=story.greg, terms=terms, by=story.by("vish"))


def _note_review(story: Story, entry: dict) -> None:
    held_on = story.day(entry, "held_days_before_review")
    budget.note_review(individual=story.greg, held_on=held_on, is_light=entry["is_light"], by=story.by("vish"))


def _promise(story: Story, entry: dict) -> None:
    """Heard on one day, and perhaps written down on another."""
    who = "vish" if "vish_words" in entry else "greg"
    said_on = story.day(
        entry, "said_days_before_review" if "said_days_before_review" in entry else "days_before_review"
    )
    said = {"words": entry.get("vish_words") or whose(entry)[1], "said_by": entry["said_by"], "said_on": said_on}
    budget.promise(individual=story.greg, by=story.by(who), **said)


def _note_support(story: Story, entry: dict) -> None:
    """Written down when the two began to meet."""
    told = {"who": entry["who"], "kind": "ended", "then_words": entry["from_then"]}
    budget.note_support(
        individual=story.greg, on=story.day(entry, "on_days_before_review"), by=story.by("vish"), **told
    )
