"""How Greg came to the gym and the running club: prepared, agreed, welcomed, went, and one day belongs."""

from kith.introductions import actions as introductions
from kith.introductions.models import Introduction
from kith.introductions.wording import digest

from .story import Story

MOMENTS = {"welcomed": "welcomed", "went": "went", "went again": "went again", "belongs": "belongs"}


def tell_of_introductions(story: Story) -> None:
    """Prepared and agreed in the room; then moment by moment."""
    begun: dict[str, Introduction] = {}
    story.each("introductions", "14:35", lambda story, entry: _agree(story, begun, entry))
    for moment in story.told["introduction_moments"]:
        at = "14:58" if moment["by"] == "vish" else "21:20"
        story.tell(moment, at, lambda story, entry: _happen(story, begun[entry["introduction"]], entry))


def _agree(story: Story, begun: dict[str, Introduction], entry: dict) -> None:
    """The words are read out, and Greg says yes to them."""
    introduction = introductions.prepare(
        individual=story.greg,
        activity=story.town[entry["activity"]],
        says=entry["says"],
        gets_in_touch=entry["gets_in_touch"],
        goes_along=entry["goes_along"],
        companion=entry.get("companion", ""),
        true_answer=entry["how_do_you_know_them"],
        goal=story.goals.get(entry.get("goal", "")),
        idea=story.ideas.get(entry["activity"]),
        by=story.by("vish"),
    )
    shown = digest(introduction.words_to_say, introduction.true_answer)
    introductions.agree(introduction=introduction, shown=shown, by=story.by("vish"))
    begun[entry["key"]] = introduction


def _happen(story: Story, introduction: Introduction, entry: dict) -> None:
    by = story.by(entry["by"])
    host_words = entry.get("sam_words") or entry.get("dawn_words")
    if host_words:
        introductions.note_call(introduction=introduction, words=host_words, welcoming=True, by=by)
    if "visit_days_before_review" in entry:
        visit = story.day(entry, "visit_days_before_review")
        introductions.plan_visit(introduction=introduction, on=visit, time=entry["visit_time"], by=by)
    if entry["moment"] in MOMENTS:
        words = entry.get("greg_words") or entry.get("vish_words", "")
        introductions.report(introduction=introduction, kind=entry["moment"], words=words, by=by)
