"""Every state by every party by every kind of report: what is in the table works, and all else is refused."""

from datetime import timedelta

import pytest

from kith.access import clock
from kith.access.actor import Actor, Role, Tie
from kith.access.refusal import Refused
from kith.introductions import life
from kith.introductions.actions.reporting import add_report
from kith.introductions.life import Party, State
from kith.introductions.models import Report
from kith.people import actions as people

from .test_actions import prepared

Kind = Report.Kind
# How somebody comes to each state: the shortest way, told one after the other.
WAYS = {
    State.IDEA: [],
    State.NOT_NOW: ["not now"],
    State.AGREED: ["agreed"],
    State.PREPARED: ["agreed", "prepared"],
    State.ASKED: ["agreed", "wrote"],
    State.QUESTION: ["agreed", "wrote", "host asks"],
    State.WELCOMED: ["agreed", "host yes"],
    State.TURNED_DOWN: ["agreed", "host not now"],
    State.VISIT: ["agreed", "prepared", "planned"],
    State.MISSED: ["agreed", "not this time"],
    State.WENT: ["agreed", "went"],
    State.WENT_AGAIN: ["agreed", "went again"],
    State.BELONGS: ["agreed", "belongs"],
    State.ENDED: ["agreed", "ended"],
    State.RESTED: ["agreed", "wrote", "rested"],
}
# Who may tell what, state by state, as somebody who knows the model would write it down: I the individual, W the
# worker, H the place, K Kith by itself. The columns are the states in the order of WAYS; “.” is nobody.
GRID = {
    #                  idea not  agr  prep askd ques welc down vis  miss went agai bel  end  rest
    "agreed": "IW   IW   .    .    .    .    .    .    .    .    .    .    .    .    .",
    "not now": "IW   IW   .    .    .    .    .    .    .    .    .    .    .    .    .",
    "prepared": "IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "no answer": "IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "welcomed": "IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "wrote": ".    .    IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "in writing": ".    .    IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "host turn up": ".    .    IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  .    .",
    "host yes": ".    .    IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  .    .",
    "host asks": ".    .    IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  .    .",
    "host not now": ".    .    IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  .    .",
    "planned": "IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "not this time": ".    .    IW   IW   IW   IW   IW   IW   IW   IW   .    .    .    .    .",
    "went": "IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "went again": "IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "belongs": "I    I    I    I    I    I    I    I    I    I    I    I    I    .    .",
    "ended": "IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "try again": ".    .    IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "with someone": ".    .    IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "smaller": ".    .    IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   IW   .    .",
    "passed on": ".    .    W    W    W    W    W    W    W    W    W    W    W    .    .",
    "still on": ".    .    IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  .    .",
    "not today": ".    .    IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  IWH  .    .",
    "rested": ".    .    .    .    K    .    .    .    .    .    .    .    .    .    .",
}  # fmt: skip - a grid is read by its columns
LETTERS = {Party.INDIVIDUAL: "I", Party.WORKER: "W", Party.HOST: "H", Party.CLOCK: "K"}
ROLES = {
    Party.INDIVIDUAL: [Role.INDIVIDUAL, Role.VISITOR],
    Party.WORKER: [Role.WORKER, Role.COVER],
    Party.HOST: [Role.HOST],
    Party.CLOCK: [Role.SYSTEM],
}


def allowed(state: State, kind: str) -> str:
    """The letters of whoever may tell this in this state."""
    return GRID[kind].split()[list(WAYS).index(state)]


def speaking_as(role: Role, individual) -> Actor:
    return Actor(who=role.value, ties=(Tie(role, individual_id=individual.pk),))


def with_a_share(introduction):
    """The yes that a report of one rests on; here the reports alone say where it stands."""
    about = {
        "recipient": "Dawn",
        "purpose": "To be introduced",
        "by": speaking_as(Role.INDIVIDUAL, introduction.individual),
    }
    introduction.share = people.agree(individual=introduction.individual, **about)
    introduction.save(update_fields=["share"])
    return introduction


def brought_to(cast, state: State):
    """An introduction in this state, by reports alone."""
    introduction = with_a_share(prepared(cast))
    for kind in WAYS[state]:
        by = next(role for party, roles in ROLES.items() for role in roles if party in life.BY_KIND[Kind(kind)].by)
        add_report(introduction, kind, by=speaking_as(by, cast.individual))
    return introduction


def test_the_grid_knows_every_state_and_every_kind():
    assert list(WAYS) == list(State)
    assert set(GRID) == set(Kind.values)
    assert {len(row.split()) for row in GRID.values()} == {len(State)}


@pytest.mark.parametrize("state", State)
def test_what_the_table_holds_works_for_the_right_party_and_all_else_is_refused_with_a_sentence(cast, state):
    introduction = brought_to(cast, state)
    assert life.state_of(introduction) == state
    for kind in Kind.values:
        for party, roles in ROLES.items():
            for role in roles:
                told = _tell(introduction, kind, speaking_as(role, cast.individual))
                may = LETTERS[party] in allowed(state, kind)
                assert (told == "") == may, (state, kind, role, told)
                assert may or told.endswith(".") and told[:1].isupper()


def _tell(introduction, kind: str, by: Actor) -> str:
    """What is said to whoever may not; “” when it was kept, and then taken away for the next who tries."""
    before = introduction.reports.count()
    try:
        said = add_report(introduction, kind, by=by)
    except Refused as refused:
        assert introduction.reports.count() == before
        return str(refused)
    said.delete()
    getattr(introduction, "_prefetched_objects_cache", {}).pop("reports", None)
    return ""


@pytest.mark.parametrize("nobody", [Role.SUPPORTER, Role.MANAGER, Role.TEAM, Role.HELPER, Role.KEEPER])
def test_nobody_else_has_anything_to_tell(cast, nobody):
    introduction = brought_to(cast, State.AGREED)
    for kind in Kind.values:
        with pytest.raises(Refused):
            add_report(introduction, kind, by=speaking_as(nobody, cast.individual))


# Where each move leads, for whoever may make it; what is not here leaves it where it stands.
LEADS = {
    ("agreed", "prepared"): "ground prepared",
    ("agreed", "wrote"): "asked",
    ("agreed", "planned"): "the individual’s yes",
    ("wrote", "host yes"): "welcomed",
    ("wrote", "host asks"): "they ask something",
    ("wrote", "host not now"): "not this time",
    ("host not now", "host yes"): "welcomed",
    ("host not now", "prepared"): "ground prepared",
    ("host yes", "prepared"): "welcomed",
    ("host yes", "planned"): "first visit",
    ("host yes", "planned", "host not now"): "not this time",
    ("prepared", "planned"): "first visit",
    ("prepared", "planned", "planned"): "first visit",
    ("prepared", "planned", "not this time"): "not gone",
    ("prepared", "planned", "not this time", "planned"): "first visit",
    ("prepared", "planned", "went"): "went",
    ("went", "went again"): "went again",
    ("went again", "went"): "went again",
    ("went again", "belongs", "went again"): "belongs",
    ("belongs", "ended"): "ended",
    ("prepared", "planned", "still on"): "first visit",
    ("prepared", "planned", "not today"): "not gone",
    ("prepared", "planned", "not today", "planned"): "first visit",
    ("host yes", "not today"): "welcomed",
    ("prepared", "planned", "not today", "try again"): "not gone",
    ("wrote", "rested"): "rested",
    ("not now", "agreed"): "the individual’s yes",
    ("prepared", "agreed"): "the individual’s yes",
}


@pytest.mark.parametrize(("kinds", "state"), LEADS.items(), ids=[" then ".join(kinds) for kinds in LEADS])
def test_where_moves_lead(kinds, state):
    begins = [] if kinds[0] in ("not now", "prepared", "agreed") else ["agreed"]
    begins = ["agreed"] if kinds[0] == "prepared" and "agreed" not in kinds else begins
    assert life.state_after([*begins, *kinds]) == state


def test_a_report_never_takes_the_place_of_another(cast):
    introduction = brought_to(cast, State.AGREED)
    olwen = speaking_as(Role.INDIVIDUAL, cast.individual)
    for kind in ("planned", "not this time", "planned", "went"):
        with clock.at(clock.now() + timedelta(minutes=1)):
            add_report(introduction, kind, by=olwen)
    kept = [(report.kind, report.by_role) for report in introduction.reports.order_by("pk")]
    assert kept == [
        ("agreed", "individual"),
        ("planned", "individual"),
        ("not this time", "individual"),
        ("planned", "individual"),
        ("went", "individual"),
    ]
