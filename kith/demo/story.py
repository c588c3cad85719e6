"""Greg's story, each part told by whoever told it: his words by him, what Vish remembers by Vish."""

from dataclasses import dataclass, field
from datetime import date, time
from functools import partial

from kith.about_me import actions as about_me
from kith.access.actor import Actor
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Meeting, Prompt
from kith.conversations.when import in_window, on_day
from kith.goals.models import Goal, Helper
from kith.ideas import actions as ideas
from kith.ideas.models import Idea
from kith.people import actions as people
from kith.people.models import Individual
from kith.people.supporting import LetIn

from .cast import Cast
from .community import Town
from .days import Chronicle, Days

MET, WRITTEN = 105, 104  # days before the review: held on the one, written up on the other
IN_THE_ROOM, WRITING = "14:30", "20:40"
HOUR = 60
LINE_KINDS = {
    "direction": "direction",
    "how I like to do this": "how_i_like",
    "interest": "interest",
    "what I used to do": "used_to",
    "what I am good at": "good_at",
    "what I wonder about": "curious",
    "what helps": "helps",
    "what does not help": "does_not_help",
    "worry": "worry",
}
ANSWERS = {"that's right": "right", "not how I remember it": "differs", "leave it": "left"}


@dataclass
class Story:
    """What one telling holds in hand: the data, and everything that has come to be so far."""

    chronicle: Chronicle
    cast: Cast
    town: Town
    days: Days
    told: dict
    meetings: dict[str, Meeting] = field(default_factory=dict)
    goals: dict[str, Goal] = field(default_factory=dict)
    helpers: dict[str, Helper] = field(default_factory=dict)
    ideas: dict[str, Idea] = field(default_factory=dict)

    @property
    def greg(self) -> Individual:
        return self.cast.individuals["greg"]

    def by(self, who: str) -> Actor:
        return self.cast.by(who)

    def day(self, entry: dict, key: str = "days_before_review") -> date:
        return self.days.before_review(entry[key])

    def tell(self, entry: dict, at: str, happening, key: str = "days_before_review") -> None:
        """On the day the entry names, at its own time or else this one. A week from today nothing has happened."""
        self.chronicle.tell(self.day(entry, key), entry.get("at", at), lambda: happening(self, entry))

    def each(self, name: str, at: str, happening) -> None:
        """The same for every entry of this name."""
        for entry in self.told[name]:
            self.tell(entry, at, happening)


def whose(entry: dict) -> tuple[str, str]:
    """Who told it, and their words: Greg's only where he typed or sent them himself."""
    if "greg_words" in entry:
        return "greg", entry["greg_words"]
    return "vish", entry.get("as_vish_remembers", "")


def tell_of_meetings(story: Story) -> None:
    """Planned, held, written up the evening after, answered twice; and the next one planned."""
    first, second = story.told["meetings"]
    invited = story.told["invitations"][0]
    story.tell(invited, "10:00", lambda story, _: _plan(story, first))
    story.tell(second, "10:00", lambda story, _: _plan(story, second), "planned_days_before_review")
    story.chronicle.tell(story.days.before_review(WRITTEN), WRITING, lambda: _write_up(story, first))
    story.each("accounts", "19:10", _give_account)
    story.each("shares", "18:00", _let_in)


def tell_about_greg(story: Story) -> None:
    """About him, what to remember before meeting him, and ideas from the table."""
    for entry in story.told["about_me"]:
        if whose(entry)[0] == "greg":
            story.tell(entry, "19:30", _add_line)
        else:  # what was said in the room is written down with the rest
            story.chronicle.tell(story.days.before_review(WRITTEN), WRITING, partial(_add_line, story, entry))
    for entry in story.told["prompts"]:
        story.tell(entry, "20:50", _add_prompt, "written_days_before_review")
        if "done_days_before_review" in entry:
            story.tell(entry, "13:50", _tick_prompt, "done_days_before_review")
    story.each("be_open_about", "10:30", _be_open_about)
    story.each("ideas", "14:20", _say_idea)


def _plan(story: Story, meeting: dict) -> None:
    story.meetings[meeting["key"]] = conversations.plan_next(
        individual=story.greg,
        when=on_day(story.day(meeting), time.fromisoformat(meeting["at"])),
        place=meeting["places"][0],
        minutes=meeting["minutes"],
        by=story.by("vish"),
    )


def _write_up(story: Story, meeting: dict) -> None:
    remembered = [note["as_vish_remembers"] for note in story.told["shared_notes"] if "as_vish_remembers" in note]
    written = [note["vish_words"] for note in story.told["shared_notes"] if "vish_words" in note]
    wrote = WriteUp(
        held_on=story.day(meeting),
        place=", then ".join(meeting["places"]),
        shared="\n\n".join(written),
        saying=" ".join(remembered),
        arrived=story.told["arrivals"][0]["as_vish_remembers"],
        topics=tuple(story.told["topics"][0]["topics"]),
        reflection=story.told["reflections"][0]["vish_words"],
        goal=_target(story),
        steps=[_step(story, step) for step in story.told["steps"] if step.get("in_write_up")],
        next_when=in_window("3", story.days.before_review(WRITTEN)),
    )
    held = conversations.write_up(individual=story.greg, wrote=wrote, by=story.by("vish"))
    story.goals["5km"] = held.goals.get()


def _target(story: Story) -> dict:
    goal = next(goal for goal in story.told["goals"] if goal["key"] == "5km")
    return {
        "kind": goal["kind"],
        "words": goal["words"],
        "asked_by": goal["decided_by"],
        "direction": story.greg.lines.filter(kind="direction").first(),
        "due_on": story.day(goal, "by_days_before_review"),
        "measured_in": "time",
    }


def _step(story: Story, step: dict) -> dict:
    owner, _, helper = step["owner"].partition(":")
    agreed = {"words": step["words"], "owner": {"greg": "individual", "vish": "worker"}.get(owner, owner)}
    agreed["helper"] = story.helpers.get(helper)
    if step.get("goal") != "5km":  # those of the goal that is set with them need not name it
        agreed["goal"] = story.goals.get(step.get("goal", ""))
    return agreed


def _give_account(story: Story, entry: dict) -> None:
    conversations.give_account(
        meeting=story.meetings[entry["meeting"]],
        answer=ANSWERS[entry["answer"]],
        words=entry.get("greg_words", ""),
        by=story.by("greg"),
    )


def _let_in(story: Story, entry: dict) -> None:
    friend = story.cast.users[entry["with"]]
    what, said = (
        tuple(entry["what"]),
        {"recipient": friend.name, "knows": entry["knows"], "months": entry["for_months"]},
    )
    said |= {"email": friend.email or "", "purpose": entry["greg_words"]}
    lets = LetIn(sections=what, picked=(), new_too=what, **said)  # his goals, and those to come
    share = people.let_see(individual=story.greg, lets=lets, by=story.by("greg"))
    people.come_in(share=share, by=Actor.nobody())
    story.cast.changed()


def _add_line(story: Story, entry: dict) -> None:
    who, words = whose(entry)
    about_me.add_line(
        individual=story.greg,
        kind=LINE_KINDS[entry["kind"]],
        words=words,
        said_on=story.day(entry),
        by=story.by(who),
    )


def _add_prompt(story: Story, entry: dict) -> None:
    conversations.add_prompt(individual=story.greg, words=entry["vish_words"], by=story.by("vish"))


def _tick_prompt(story: Story, entry: dict) -> None:
    prompt = story.greg.prompts.get(words=entry["vish_words"])
    conversations.tick_prompt(prompt=prompt, by=story.by("vish"))


def _be_open_about(story: Story, entry: dict) -> None:
    conversations.add_prompt(
        individual=story.greg, words=entry["vish_words"], kind=Prompt.Kind.OPEN_ABOUT, by=story.by("vish")
    )


def _say_idea(story: Story, entry: dict) -> None:
    say = ideas.keep if entry["what"] == "kept" else ideas.set_aside
    who, words = whose(entry)
    story.ideas[entry["activity"]] = say(
        individual=story.greg,
        activity=story.town[entry["activity"]],
        reasons=[entry["because"]] if "because" in entry else [],
        words=words,
        had_by="individual" if entry["idea_of"] == "greg" else "worker",
        by=story.by(who),
    )
