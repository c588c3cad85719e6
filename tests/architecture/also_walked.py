"""What stands in a record besides, for the walk of every address: a form, a Personal Budget, a life."""

import json
from dataclasses import replace
from datetime import timedelta

from kith.access import clock
from kith.access.actor import Actor
from kith.budget import actions as budget
from kith.budget.pages_of.apart import Drawn
from kith.budget.terms import Terms
from kith.diary.models import Entry as DiaryEntry
from kith.measures import actions as measures
from kith.measures.queries import measure_named
from kith.messaging import actions as messaging
from kith.moving_on.models import Talk
from kith.network_map import actions as network_map
from kith.paperwork import actions as paperwork
from kith.paperwork.picking import may_be_picked
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import Relation, UrgentLook
from kith.people.supporting import LetIn
from kith.questionnaires import actions as questionnaires
from kith.questionnaires.sources import KNOWN_SOURCE
from kith.rights import actions as rights


def of_a_form(meeting, cast) -> dict:
    """A form that was begun and shown, its first question, and a line that was picked for it."""
    asks = {"linkId": "1", "text": "What else?", "type": "text"}
    asks |= {"extension": [{"url": KNOWN_SOURCE, "valueString": "lines.picked"}]}
    told = {"resourceType": "Questionnaire", "url": "https://council.example/walk", "version": "1", "title": "A form"}
    content = json.dumps(told | {"status": "active", "item": [asks]})
    form = questionnaires.load_form(content=content, by=Actor.command_line()).form
    record = {"individual": cast.individual, "by": cast.as_worker}
    filling = paperwork.begin(form=form, way="talk", meeting=meeting, **record)
    line = next(iter(may_be_picked(cast.individual)))
    picked = paperwork.pick(filling=filling, link_id="1", line=line, as_told=True, by=cast.as_worker)
    paperwork.show_it(filling=filling, by=cast.as_worker)
    return {"filling": filling, "place": 1, "picked": picked}


def of_people_and_places(cast) -> dict:
    """Somebody in their life, and a picture that was kept."""
    record = {"individual": cast.individual, "by": cast.as_individual}
    (somebody,) = network_map.add(names=["Mum"], circle=1, **record)
    return {"connection": somebody, "picture": network_map.keep_picture(**record)}


def of_moving_on(cast) -> dict:
    """What was written when two stopped before."""
    now = clock.now()
    return {"talk": Talk.objects.create(individual=cast.individual, begun_by=cast.worker, begun_at=now, ended_at=now)}


def of_measures(cast) -> dict:
    """A short measure that is on, one answering of it that both have seen, and one that was put off."""
    measures.bring_in_ours()
    office = Actor.command_line()
    measure = measures.switch_on(measure=measure_named("https://kith.example/measures/ons4", "1"), by=office)
    measures.switch_on(measure=measure_named("https://kith.example/measures/goal-attainment", "1"), by=office)
    told = {"measure": measure, "individual": cast.individual, "answers": {"happy": ("6",)}}
    left_out = measures.put_off(measure=measure, individual=cast.individual, why="not today", by=cast.as_worker)
    response = measures.answer(how="together", by=cast.as_worker, **told)
    return {"measure": measure, "response": response, "deferral": left_out}


def of_the_budget(cast) -> dict:
    """A decision, a lower one that waits, and something that was promised."""
    wrote = {"written_by": "J. Marsh", "words": "As agreed.", "pays_for": "A class", "decided_by": "The council"}
    today = clock.today()
    days = {"written_on": today, "told_on": today, "starts_on": today}
    terms = Terms(total=2_000, own_part=0, their_part=2_000, period="week", **wrote, **days)
    less = replace(terms, total=1_000, their_part=1_000, basis="letter")
    record = {"individual": cast.individual, "by": cast.as_worker}
    said = {"words": "As long as you need it.", "said_by": "Carol", "said_on": today}
    decision = budget.record(terms=terms, **record)
    return {
        "decision": decision,
        "scan": budget.keep_scan(letter=decision, drawn=Drawn(b"%PDF-1.4", 1), by=cast.as_worker),
        "proposal": budget.propose(terms=less, **record),
        "assurance": budget.promise(**said, **record),
    }


def of_rights(cast) -> dict:
    """What the individual asked about what is kept of them, and what they wrote for themself."""
    own = {"individual": cast.individual, "by": cast.as_individual}
    wrote = DiaryEntry.objects.create(individual=cast.individual, words="A heron.", written_at=clock.now())
    return {"wanted": rights.ask(kind="copy", **own), "entry": wrote}


def of_the_law(cast) -> dict:
    """A legal paper that the worker wrote down."""
    said = {"name": "Nest Reed", "kind": "attorney_welfare", "rows": ["goals"], "paper": "The stamped copy"}
    written = people.write_authority(individual=cast.individual, starts_on=clock.today(), by=cast.as_worker, **said)
    return {"authority": written}


def of_letting_in(cast) -> dict:
    """Somebody who is let in, a link that was given, and what somebody told the team and a person of it matched."""
    told = {"recipient": "Wren", "email": "wren@calderford.example", "knows": "friend", "purpose": "To know"}
    sees = LetIn(sections=("goals",), picked=(), new_too=("goals",), **told)
    word = messaging.tell_team(words="He looks well.", by=Actor.nobody())
    return {
        "share": people.let_see(individual=cast.individual, lets=sees, by=cast.as_individual),
        "link": cast.individual.links.latest("pk"),
        "word": messaging.know_whom(word=word, individual=cast.individual, by=cast.as_worker),
    }


def look_in_an_emergency(cast) -> UrgentLook:
    """One that the manager made, for somebody else to go over."""
    why = {"reason": "danger", "words": "Nobody has heard of him for days."}
    return people.look_urgently(individual=cast.individual, by=actor_for(cast.manager, clock.now()), **why)


def break_glass(user, individual, *, is_over: bool) -> None:
    """They look in an emergency, for an hour that ends soon, or that has just ended."""
    ends = clock.now() + timedelta(minutes=-5 if is_over else 5)
    hour = {"starts_at": ends - timedelta(hours=1), "ends_at": ends}
    Relation.objects.create(kind=Relation.Kind.URGENT_LOOK, user=user, individual=individual, **hour)
