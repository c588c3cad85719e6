"""A life with something of everything in it, for what leaves and what has to stay."""

from datetime import date, time, timedelta

from kith.about_me import actions as about_me
from kith.access import clock
from kith.access.actor import Actor, Role
from kith.budget import actions as budget
from kith.conversations import actions as conversations
from kith.conversations.actions.write_up import WriteUp
from kith.directory import actions as directory
from kith.goals import actions as goals
from kith.ideas import actions as ideas
from kith.introductions import actions as introductions
from kith.introductions.actions.reporting import add_report
from kith.measures import actions as measures
from kith.measures.queries import measure_named
from kith.messaging import actions as messaging
from kith.paperwork import actions as paperwork
from kith.people import actions as people
from tests.budget.conftest import terms
from tests.goals.cast import Cast
from tests.paperwork.forms import MONEY, VISIT, loaded

SATURDAY = date(2027, 1, 16)
LINES = {
    "direction": "I want to run with others.",
    "hope": "A weekend away.",
    "interest": "Running",
    "helps": "Time to think.",
    "does_not_help": "Being rushed.",
    "how_i_like": "One thing at a time.",
    "good_at": "Listening.",
}
KEPT = {"worry": "Losing sleep.", "began": "I stayed in.", "thought": "I like mornings."}


def lived(cast: Cast) -> Cast:
    """Tomos a year on: what he says, does, plans and agreed to, and much that is nobody else's."""
    individual, own, worker = cast.individual, cast.as_individual, cast.as_worker
    lines = {
        kind: about_me.add_line(individual=individual, kind=kind, words=words, by=own)
        for kind, words in (LINES | KEPT).items()
    }
    club = directory.add_activity(name="Calderford Runners", organisation="Calder Sports", host_name="Sam", by=worker)
    run = _goals(cast, lines["direction"], club)
    _introductions(cast, run, club)
    meeting = _meetings(cast)
    _forms(cast, meeting)
    messaging.write(individual=individual, words="See you on Tuesday.", by=own)
    ideas.tell_of_a_place(individual=individual, words="Chess", by=worker)
    about_me.add_doing(individual=individual, words="The day centre", where="service", by=own)
    budget.record(individual=individual, terms=terms(), by=worker)
    promised = {"words": "It stays as it is.", "said_by": "Carol", "said_on": clock.today()}
    budget.promise(individual=individual, by=worker, **promised)
    return cast


def _goals(cast: Cast, direction, club):
    """A commitment with steps of everybody, a target with results, and one that was let go."""
    individual, own, worker = cast.individual, cast.as_individual, cast.as_worker
    weekly = {"kind": "commitment", "words": "Run on Saturdays.", "weekday": 5, "at_time": time(9)}
    run = goals.set_goal(individual=individual, direction=direction, activity=club, by=own, **weekly)
    aim = {"kind": "target", "words": "A 10k in May", "aiming_for": "1:00:00", "measured_in": "time"}
    race = goals.set_goal(individual=individual, due_on=date(2027, 5, 2), why="Dad ran it.", by=own, **aim)
    _measures(cast, race)
    goals.add_result(goal=race, value="1:10:30", words="Slow but steady.", by=own)
    mistyped = goals.add_result(goal=race, value="9:59:59", by=own)
    goals.take_back_result(result=mistyped, by=own)
    goals.let_go(goal=goals.set_goal(individual=individual, kind="target", words="Chess", by=worker), by=own)
    bryn = goals.add_helper(individual=individual, name="Bryn Vale", how_they_help="Runs along.", by=own)
    shoes = goals.add_step(goal=run, words="Find shoes", by_when=SATURDAY, by=own)
    goals.finish_step(step=goals.add_step(goal=run, words="Find socks", by=own), by=own)
    goals.add_step(individual=individual, words="Ring the club", owner="worker", by=worker)
    held = goals.add_step(goal=run, words="Come along", owner="helper", helper=bryn, by=own)
    goals.add_worry(step=shoes, words="New faces", by=own)
    goals.note_barrier(goal=run, words="No bus", tried="A lift", by=own)
    goals.check_in(goal=run, went=False, on=clock.today(), words="It rained.", by=own)
    goals.add_option(wish=goals.keep_wish(individual=individual, words="More air", by=own), words="Canal", by=own)
    page = goals.agree_to_page(
        page=goals.make_page(step=held, words="Run along", reach="worker", number="01632960123", by=worker), by=own
    )
    goals.tell(page=page, words="He was low", by=Actor.with_link(Role.HELPER, individual.pk))
    return run


def _measures(cast: Cast, race) -> None:
    """A goal rated by both, once kept to themself and once taken back; a short set of questions, in part."""
    individual, own, worker, today = cast.individual, cast.as_individual, cast.as_worker, clock.today()
    measures.bring_in_ours()
    measures.rate(goal=race, value=0, how="together", on=today - timedelta(days=30), by=worker)
    measures.rate(goal=race, value=5, on=today - timedelta(days=9), keeps=True, by=own)
    measures.rate(goal=race, value=7, words="Nearly there.", by=own)
    measures.withdraw(response=measures.rate(goal=race, value=9, on=today - timedelta(days=8), by=own), by=own)
    alone = measure_named("https://kith.example/measures/ucla-3", "1")
    alone = measures.switch_on(measure=alone, by=Actor.command_line())
    measures.answer(
        measure=alone, individual=individual, answers={"companionship": ("some",)}, how="together", by=worker
    )


def _introductions(cast: Cast, goal, club) -> None:
    """One with a yes, a number and a day; one that waits for a yes; one whose yes was taken back."""
    individual, own, worker = cast.individual, cast.as_individual, cast.as_worker
    individual.phone = "07700900123"
    individual.save()
    usual = {"individual": individual, "gets_in_touch": "worker rings", "goes_along": "friend", "by": worker}
    first = introductions.prepare(
        activity=club, goal=goal, says="first name and number", companion="Nia", first_visit_on=SATURDAY, **usual
    )
    agreed = introductions.agree(introduction=first, shown=shown(first), by=own)
    add_report(agreed, "prepared", words="Spoke with Sam", by=worker)
    choir = directory.add_activity(name="Open choir", by=worker)
    introductions.prepare(activity=choir, says="no name", **usual)
    swim = directory.add_activity(name="Swimming", by=worker)
    third = introductions.prepare(activity=swim, says="first name", **usual)
    third = introductions.agree(introduction=third, shown=shown(third), by=own)
    people.revoke(share=third.share, by=own)


def shown(introduction) -> str:
    """The mark of the words that a yes is said to."""
    from kith.introductions.wording import digest

    return digest(introduction.words_to_say, introduction.true_answer)


def _meetings(cast: Cast):
    """One written up, with both sides of it, and one that is planned."""
    individual, worker = cast.individual, cast.as_worker
    wrote = WriteUp(held_on=clock.today() - timedelta(days=1), shared="We talked about sleep.")
    meeting = conversations.write_up(individual=individual, wrote=wrote, by=worker)
    conversations.write_reflection(meeting=meeting, words="I rushed.", by=worker)
    conversations.add_prompt(individual=individual, words="Ask about mum", by=worker)
    conversations.bring_in_notes(individual=individual, words="From before", by=worker)
    conversations.ask(individual=individual, words="Who comes?", by=cast.as_individual)
    return meeting


def _forms(cast: Cast, meeting) -> None:
    """One agreed to, one that was only shown, and one about money, agreed to as well."""
    agreed = _form(cast, meeting, loaded("visit", VISIT), "7", "A bus pass.")
    paperwork.say(edition=agreed, says="agrees", by=cast.as_individual)
    _form(cast, meeting, loaded("another", VISIT), "7", "Only shown.")
    money = _form(cast, meeting, loaded("money", MONEY, about_money=True), "2", "A steady sum.")
    paperwork.say(edition=money, says="agrees", by=cast.as_individual)


def _form(cast: Cast, meeting, form, link_id: str, words: str):
    filling = paperwork.begin(individual=cast.individual, form=form, way="talk", meeting=meeting, by=cast.as_worker)
    paperwork.answer(filling=filling, key=(link_id, ()), value=(words,), based_on=0, by=cast.as_worker)
    return paperwork.show_it(filling=filling, by=cast.as_worker)
