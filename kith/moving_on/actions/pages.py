"""The page that stays: asked for longer, given longer, reminded or quiet; and coming back to the same notebook."""

from kith.access import clock, trail
from kith.access.actions import action, hold
from kith.access.actor import Actor
from kith.access.permissions import Permission
from kith.access.permit import permit
from kith.access.refusal import refuse_if
from kith.conversations.when import months_after
from kith.people import actions as people
from kith.people.actions.relations import begin as begin_relation
from kith.people.models import Individual, Relation, Team, User
from kith.people.queries import member_called
from kith.people.writer import account_of
from kith.rights.queries import death_of
from kith.rights.rules import cannot_open_again
from kith.upkeep.actions.passing_on import from_the_team

from .. import letters, queries, rules
from ..models import Keeping, PageWish, Told
from .telling import tell_team

NOT_ANY_MORE = ("carry_on_at", "moved_on_at", "page_ends_on", "closed_at")  # once somebody is back


@action
def change_keeping(
    *, team: Team, months: int | None, by: Actor, come_back: str = "", who: str = "", number: str = ""
) -> Keeping:
    """For how long this team keeps pages, and how people come back. Pages that stay already keep their day."""
    permit(by, Permission.KEEP_PAGES, team=team)
    hold(team)
    refuse_if(rules.cannot_keep_for(months))
    said = {"months": months, "come_back": come_back.strip(), "who": who.strip(), "number": number.strip()}
    said |= {"said_by_id": account_of(by), "said_at": clock.now()}
    keeping, _ = Keeping.objects.update_or_create(team=team, defaults=said)
    trail.record("how long pages stay", by=by, about=team)
    return keeping


@action
def ask_for_longer(*, individual: Individual, by: Actor) -> PageWish:
    """From their own page. Pressed twice, it is asked once."""
    return _wish(individual, PageWish.Kind.LONGER, "", by)


@action
def ask_to_come_back(*, individual: Individual, by: Actor, words: str = "") -> PageWish:
    """From their own page, with a few words or none."""
    return _wish(individual, PageWish.Kind.BACK, words, by)


def _wish(individual: Individual, kind: str, words: str, by: Actor) -> PageWish:
    permit(by, Permission.ASK_ABOUT_PAGE, individual)
    hold(individual)
    refuse_if(rules.cannot_wish(individual, kind))
    if already := queries.open_wish(individual, kind):
        return already
    wish = individual.page_wishes.create(kind=kind, words=words.strip()[:500], asked_at=clock.now())
    tell_team(individual, f"wish {wish.public_id}")
    trail.record(f"page: {kind}", by=by, about=wish, individual=individual)
    return wish


@action
def be_reminded(*, individual: Individual, by: Actor) -> Individual:
    """Reminders and questions come again, as they chose them before."""
    return _be(individual, by, is_quiet=False)


@action
def be_quiet(*, individual: Individual, by: Actor) -> Individual:
    """No reminder and no question, until they say so."""
    return _be(individual, by, is_quiet=True)


def _be(individual: Individual, by: Actor, *, is_quiet: bool) -> Individual:
    permit(by, Permission.ASK_ABOUT_PAGE, individual)
    hold(individual)
    refuse_if(rules.cannot_wish(individual, PageWish.Kind.BACK))
    individual.is_quiet = is_quiet
    individual.save(update_fields=["is_quiet"])
    trail.record("wants quiet" if is_quiet else "wants reminders again", by=by, individual=individual)
    return individual


@action
def give_longer(*, individual: Individual, by: Actor) -> Individual:
    """As long again as this team keeps pages, from their last day or from today; a page that closed opens again.
    Pressed again within a day, it gives nothing more."""
    permit(by, Permission.KEEP_PAGES, team=individual.team)
    hold(individual)
    refuse_if(cannot_open_again(death_of(individual)) or rules.cannot_give_longer(individual))
    if not queries.was_given_longer(individual):
        _put_off(individual)
        trail.record(queries.KEPT_LONGER, by=by, individual=individual)
    _settle(individual, by, PageWish.Kind.LONGER)
    return individual


def _put_off(individual: Individual) -> None:
    assert individual.page_ends_on is not None  # what the rule has asked
    months = queries.keeping_of(individual.team).months
    since = max(individual.page_ends_on, clock.today())
    individual.page_ends_on = None if months is None else months_after(since, months)
    individual.closed_at = None
    individual.save(update_fields=["page_ends_on", "closed_at"])


def _settle(individual: Individual, by: Actor, *kinds: str) -> None:
    open_still = individual.page_wishes.filter(kind__in=kinds, settled_at=None)
    open_still.update(settled_at=clock.now(), settled_by_id=account_of(by))


@action
def come_back(*, individual: Individual, worker: User, by: Actor) -> Relation:
    """Somebody of the team works with them from now on, in the same notebook. They are told once."""
    team = individual.team
    permit(by, Permission.KEEP_PAGES, team=team)
    hold(individual)
    is_in_team = team is not None and member_called(team, worker.public_id) is not None
    refuse_if(cannot_open_again(death_of(individual)) or rules.cannot_come_back(individual, worker, is_in_team))
    for name in NOT_ANY_MORE:
        setattr(individual, name, None)
    individual.is_quiet = False
    individual.save(update_fields=[*NOT_ANY_MORE, "is_quiet"])
    partnership = begin_relation(Relation.Kind.PARTNERSHIP, user=worker, individual=individual, by=by)
    _settle(individual, by, *PageWish.Kind.values)
    from_the_team(individual, worker)
    people.write_to(
        individual,
        kind=letters.WELCOME_BACK,
        cause=f"partnership {partnership.public_id}",
        words=letters.welcome_back(worker),
    )
    trail.record("came back", by=by, about=partnership, individual=individual)
    return partnership


@action
def say_it(*, told: Told, by: Actor) -> Told:
    """Somebody of the team said it to them, where no letter goes."""
    permit(by, Permission.KEEP_PAGES, team=told.individual.team)
    hold(told)
    if told.said_at is None:
        told.said_by_id, told.said_at = account_of(by), clock.now()
        told.save(update_fields=["said_by", "said_at"])
        trail.record("said in person", by=by, about=told, individual=told.individual)
    return told
