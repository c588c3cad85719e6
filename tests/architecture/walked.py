"""One individual with one of everything, for the walk of every address of a record."""

from datetime import timedelta

from django.urls import reverse

from kith.about_me import actions as about_me
from kith.access import clock
from kith.access.actor import Actor, Role
from kith.access.encryption import seal
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.conversations.models import Reflection
from kith.conversations.when import on_day
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.ideas import actions as ideas
from kith.introductions import actions as introductions
from kith.messaging import actions as messaging
from kith.messaging.models import Attachment
from kith.messaging.queries import file_of as kept_at
from kith.people import actions as people
from kith.people.models import User
from tests.goals.cast import gather

from . import also_walked as also


class Walk:
    """One individual with one of everything, and somebody whose relation to them changes."""

    def __init__(self):
        self.cast = cast = gather()
        self.individual, by = cast.individual, cast.as_worker
        goal = goals.set_goal(individual=self.individual, kind="commitment", words="Walk", by=by, weekday=1)
        step = goals.add_step(goal=goal, words="Find shoes", by=by)
        wrote = WriteUp(held_on=clock.today(), shared="We talked.")
        self.named = {
            "goal": goal,
            "step": step,
            "result": goals.add_result(goal=goal, value="Twice", by=by),
            "line": about_me.add_line(individual=self.individual, kind="interest", words="Walks", by=by),
            "meeting": conversations.write_up(individual=self.individual, wrote=wrote, by=by),
            "direction": about_me.add_line(individual=self.individual, kind="direction", words="Outside", by=by),
            "prompt": conversations.add_prompt(individual=self.individual, words="Ask", by=by),
            "activity": directory.add_activity(name="Walking group", by=by),
        }
        self.named["doing"] = about_me.add_doing(individual=self.individual, words="The centre", where="service", by=by)
        self.named["wish"] = goals.keep_wish(individual=self.individual, words="More air", by=by)
        self.named["option"] = goals.add_option(wish=self.named["wish"], words="The canal", by=by)
        self.named["worry"] = goals.add_worry(step=step, words="New faces", by=by)
        self.named["barrier"] = goals.note_barrier(goal=goal, words="The hill", by=by)
        self.named["introduction"] = introductions.prepare(
            individual=self.individual,
            activity=self.named["activity"],
            says="first name",
            gets_in_touch="worker rings",
            goes_along="nobody",
            by=by,
        )
        on_a_day = on_day(clock.today() + timedelta(days=1))
        upcoming = conversations.plan_next(individual=self.individual, when=on_a_day, by=by)
        paper = {"channel": "print", "to": "", "words": "Anwen here. We meet tomorrow."}
        self.named |= {
            "message": conversations.tell_before(meeting=upcoming, by=by, **paper),
            "asked": conversations.ask(individual=self.individual, words="Who comes?", by=cast.as_individual),
            "brought": conversations.bring_in_notes(individual=self.individual, words="From before", by=by),
        }
        sent = messaging.write(individual=self.individual, words="Hello", by=cast.as_individual)
        self.named["sent"] = sent
        self.named["attachment"] = Attachment.objects.create(message=sent, name="run.jpg", size=3)
        kept_at(self.named["attachment"]).write_bytes(seal(b"..."))
        letter = people.write_to(self.individual, kind="to individual: a day", cause="goal x")
        letter.channel, letter.state = "print", "to_print"
        letter.save(update_fields=["channel", "state"])
        self.named["letter"] = letter
        self.named["known"] = ideas.tell_of_a_place(individual=self.individual, words="Chess", by=by)
        self.named["relation"] = people.also_work_with(user=cast.stranger, individual=self.individual, by=by)
        held = goals.add_step(
            goal=goal,
            words="Ring on Sundays",
            owner="helper",
            helper=goals.add_helper(individual=self.individual, name="Nan", by=by),
            by=by,
        )
        self.named["page"] = goals.agree_to_page(page=goals.make_page(step=held, words="Ring", by=by), by=by)
        self.named["told"] = goals.tell(
            page=self.named["page"], words="Sunday was fine", by=Actor.with_link(Role.HELPER, self.individual.pk)
        )
        self.named["held"] = held
        self.named["look"] = also.look_in_an_emergency(cast)
        self.named |= also.of_the_budget(cast) | also.of_a_form(self.named["meeting"], cast)
        self.named |= also.of_people_and_places(cast) | also.of_measures(cast) | also.of_moving_on(cast)
        self.named |= also.of_rights(cast) | also.of_the_law(cast) | also.of_letting_in(cast)
        self.somebody = User.objects.create(email="somebody@calderford.example", name="Somebody")
        kept = {"words": "I rushed.", "written_at": clock.now()}
        Reflection.objects.create(meeting=self.named["meeting"], author=self.somebody, **kept)

    def address(self, pattern, individual_id: str, **other) -> str:
        names = pattern.pattern.regex.groupindex
        ids = {name: name_of(self.named[name]) for name in names if name != "individual"}
        return reverse(pattern.full_name, kwargs=ids | other | {"individual": individual_id})


def name_of(thing) -> str | int:
    """As it stands in an address: a thing by its public id, a number as it is."""
    return thing if isinstance(thing, int) else thing.public_id
