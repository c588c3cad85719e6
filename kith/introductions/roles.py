"""How roles at places grow, and what somebody gives there: for their own pages, a map of their places, and a review."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from kith.people.models import Individual

from .models import Introduction, PlaceRole

Role = PlaceRole.Role
GIVES = (Role.HELPS_OUT, Role.LEADS)
SAID = {
    Role.TRYING: ("You are trying it", "{name} is trying it"),
    Role.MEMBER: ("You are a member", "{name} is a member"),
    Role.HELPS_OUT: ("You help out", "{name} helps out"),
    Role.LEADS: ("You lead something there", "{name} leads something there"),
    Role.NO_MORE: ("Not any more, and that is fine", "Not any more, and that is fine"),
}


@dataclass(frozen=True)
class Saying:
    """One role in words. `by`: who wrote it down, or "" where the individual typed it."""

    sentence: str
    place: str
    role: str
    with_what: str
    since: date | None = None
    by: str = ""


def cannot_say(role: str, words: str, now: PlaceRole | None) -> str | None:
    """Why this cannot be kept. `now` is what was said of this place before."""
    if role not in Role.values:
        return "Please choose one. It can change any day."
    if role == Role.NO_MORE and now is None:
        return "Nothing is written down here yet, so there is nothing to end."
    return "Please use fewer words here." if len(words) > 200 else None


def how_it_grew(individual: Individual, activity=None) -> list[PlaceRole]:
    """Every saying in order, of one place or of all. One look."""
    said = individual.place_roles.select_related("activity", "by_user", "individual")
    return list(said.filter(activity=activity) if activity else said)


def roles_now(individual: Individual) -> list[PlaceRole]:
    """What they are at each place now, the latest first; places that ended are left out. One look."""
    newest = {said.activity_id: said for said in how_it_grew(individual)}
    return [said for said in reversed(newest.values()) if said.role != Role.NO_MORE]


def with_roles(found: QuerySet[Introduction]) -> QuerySet[Introduction]:
    """These introductions, each with the `role_now` at its place and `role_with_what`; no look more."""
    same = {"individual": OuterRef("individual"), "activity": OuterRef("activity")}
    newest = PlaceRole.objects.filter(**same).order_by("-noted_at", "-pk")
    return found.annotate(
        role_now=Subquery(newest.values("role")[:1]), role_with_what=Subquery(newest.values("with_what")[:1])
    )


def given_there(found: list[Introduction], *, to_individual: bool) -> list[Saying]:
    """What they give to others: of introductions with roles, where they help out or lead, each place once."""
    giving = {each.activity_id: each for each in found if each.role_now in GIVES}
    return [_in_words(each, each.role_now, each.role_with_what, to_individual) for each in giving.values()]


def gives_to_others(individual: Individual, *, to_individual: bool) -> list[Saying]:
    """The same of every place there ever was. One look."""
    return [in_words(said, to_individual=to_individual) for said in roles_now(individual) if said.role in GIVES]


def role_at(individual: Individual, activity) -> PlaceRole | None:
    """What was said last of this place. One look."""
    found = individual.place_roles.filter(activity=activity).select_related("activity", "by_user", "individual")
    return found.last()


def in_words(said: PlaceRole, *, to_individual: bool) -> Saying:
    """“You help out: chairs, on Thursdays”."""
    saying = _in_words(said, said.role, said.with_what, to_individual)
    return replace(saying, since=said.since, by="" if said.typed_by_individual else said.by_user.first_name)


def _in_words(about, role: str, with_what: str, to_individual: bool) -> Saying:
    own, told = SAID[Role(role)]
    sentence = own if to_individual else told.format(name=about.individual.called)
    sentence = f"{sentence}: {with_what.strip().rstrip('.')}." if with_what else f"{sentence}."
    return Saying(sentence, about.activity.name, role, with_what)
