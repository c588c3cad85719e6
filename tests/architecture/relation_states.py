"""Every relation that somebody can have to a record, in every state of it, and what the matrix’s file then says."""

import tomllib
from datetime import timedelta
from pathlib import Path

import kith.access
from kith.access import clock
from kith.people.models import KeptAway, LegalAuthority, Relation, SaidWhy, Share, User

from .also_walked import break_glass
from .walked import Walk

MATRIX = tomllib.loads((Path(kith.access.__file__).parent / "matrix.toml").read_text())
KINDS = {
    "worker": Relation.Kind.PARTNERSHIP,
    "cover": Relation.Kind.COVER,
    "supporter": Relation.Kind.SUPPORT,
    "legal": Relation.Kind.LEGAL,
    "team": Relation.Kind.MEMBERSHIP,
    "manager": Relation.Kind.MANAGEMENT,
    "keeper": Relation.Kind.KEEPING,
}
OF_A_TEAM = ("team", "manager", "keeper")
SHARED_ROW = "goals"  # what was shared, and what the legal paper opens

APART = ("kept away", "knows them")
IN_TIME = ("before start", "live", "ended", "closed", "died", *APART)
GLASS = ("glass broken", "glass mended")
WHY = ("said why", "said why yesterday")
SHARE = ("nothing shared", "share revoked", "share over")
PAPER = ("paper not seen", "paper not in use", "paper ended")
OFFICE = ("live", "closed", "died", *APART)
STATES_OF = dict.fromkeys(KINDS, IN_TIME) | dict.fromkeys(("rights_lead", "administrator"), OFFICE)
STATES_OF |= {"supporter": (*IN_TIME, *SHARE), "legal": (*IN_TIME, *PAPER), "team": (*IN_TIME, *GLASS)}
STATES_OF |= {"manager": (*IN_TIME, *GLASS, *WHY), "stranger": ("none", "closed")}
STATES_OF |= {"individual": ("live", "closed", "and works here too")}
EVERYBODY = [(role, state) for role, states in STATES_OF.items() for state in states]

OVER = ("before start", "ended", "closed", "died", "none", *APART)
FIRST_READS = {"glass broken": "b", "said why": "q"}  # a code that is read in that state, and never written through


def opens(role: str, state: str, permission: str, method: str) -> bool:
    """What the file says, read without the code under test."""
    outlives = role == "rights_lead" and state not in APART  # an office outlives a record's closing
    if state in OVER and not outlives:
        return False
    asked = MATRIX["permissions"][permission]
    codes = MATRIX["rows"][asked["row"]].get(role, "")
    if asked["needs"] in codes:
        return True
    if asked["needs"] != "R":
        return False
    is_let_in = "s" in codes and asked["row"] == SHARED_ROW and state == "live"
    return is_let_in or (method == "get" and FIRST_READS.get(state, "none") in codes)


def relate(walk: Walk, role: str, state: str) -> None:
    """Puts somebody into this relation, in this state of it."""
    if state in ("closed", "died"):
        walk.individual.closed_at = clock.now()
    if role == "individual":
        walk.individual.user = walk.somebody
    walk.individual.save()
    for kind in (role,) if state != "and works here too" else ("worker", "team", "manager"):
        if kind in KINDS:
            _open(walk, kind, state)
    walk.somebody.is_rights_lead = role == "rights_lead" or state == "and works here too"
    walk.somebody.is_administrator = role == "administrator"
    walk.somebody.save()
    if state in APART:
        _keep_away(walk, KeptAway.Origin.ASKED if state == "kept away" else KeptAway.Origin.KNOWS)


def _open(walk: Walk, role: str, state: str) -> None:
    now = clock.now()
    starts = now + timedelta(days=1) if state == "before start" else now - timedelta(days=2)
    ends = now - timedelta(seconds=1) if state in ("ended", "died") else None
    towards = {"team": walk.cast.team} if role in OF_A_TEAM else {"individual": walk.individual}
    when = {"starts_at": starts, "ends_at": ends}
    relation = Relation.objects.create(kind=KINDS[role], user=walk.somebody, **towards, **when)
    if role == "supporter" and state != "nothing shared":
        _share(walk, relation, state)
    if role == "legal":
        _paper(walk, relation, state)
    if state in GLASS:
        break_glass(walk.somebody, walk.individual, is_over=state == "glass mended")
    if state in WHY:
        _say_why(walk, is_over=state == "said why yesterday")


def _share(walk: Walk, relation: Relation, state: str) -> None:
    now, day = clock.now(), timedelta(days=1)
    Share.objects.create(
        individual=walk.individual,
        relation=relation,
        recipient="Somebody",
        sections=[SHARED_ROW],
        purpose="to cheer on",
        how="in kith",
        starts_at=now - 2 * day,
        ends_at=now - day if state == "share over" else now + day,
        revoked_at=now if state == "share revoked" else None,
    )


def _paper(walk: Walk, relation: Relation, state: str) -> None:
    today = clock.today()
    is_seen = state != "paper not seen"
    LegalAuthority.objects.create(
        individual=walk.individual,
        relation=relation if is_seen else None,
        name="Somebody",
        kind="attorney_welfare",
        rows=[SHARED_ROW, "budget"],  # a paper about life opens nothing about money, whatever stands here
        paper="The stamped copy",
        written_by=walk.cast.worker,
        written_on=today,
        seen_by=walk.cast.manager if is_seen else None,
        starts_on=today,
        in_use_since=None if state == "paper not in use" else today,
        ended_at=clock.now() if state == "paper ended" else None,
    )


def _say_why(walk: Walk, *, is_over: bool) -> None:
    ends = clock.now() + timedelta(hours=-1 if is_over else 1)
    day = {"starts_at": ends - timedelta(hours=12), "ends_at": ends}
    relation = Relation.objects.create(
        kind=Relation.Kind.SAID_WHY, user=walk.somebody, individual=walk.individual, **day
    )
    SaidWhy.objects.create(relation=relation, purpose=SaidWhy.Purpose.QUALITY)


def _keep_away(walk: Walk, origin: KeptAway.Origin) -> None:
    since = {"user": walk.somebody, "individual": walk.individual, "starts_at": clock.now()}
    relation = Relation.objects.create(kind=Relation.Kind.KEPT_AWAY, **since)
    KeptAway.objects.create(relation=relation, origin=origin, said_by=User.objects.get(pk=walk.cast.user.pk))
