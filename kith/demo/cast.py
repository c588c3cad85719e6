"""Who lives here: accounts, teams, and the relations between them."""

from dataclasses import dataclass, field

from kith.access import clock
from kith.access.actor import Actor
from kith.directory.queries import point_of
from kith.people import actions as people
from kith.people.actors import actor_for
from kith.people.models import Individual, Team, User

from .days import Chronicle, Days
from .who import EVERYBODY

OFFICE = Actor.command_line()
OPENED, PARTNERSHIP = 600, 132  # days before the review


@dataclass
class Cast:
    """Everybody by the name they sign in with, or by the name they like; filled as the story goes on."""

    users: dict[str, User] = field(default_factory=dict)
    individuals: dict[str, Individual] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    _actors: dict[str, Actor] = field(default_factory=dict)

    def by(self, who: str) -> Actor:
        """Them, with the relations they have by now."""
        if who not in self._actors:
            self._actors[who] = actor_for(self.users[who], clock.now())
        return self._actors[who]

    def changed(self) -> None:
        """Relations have begun: everybody is looked at anew."""
        self._actors.clear()

    def open(self, *, worker: str, key: str, called: str, **more) -> None:
        """The manager opens a partnership."""
        partnership = people.open_partnership(
            worker=self.users[worker], team=self.teams["reviews"], called=called, by=self.by("morgan"), **more
        )
        assert partnership.individual is not None
        self.individuals[key] = partnership.individual
        self.changed()


def tell_who_lives_here(chronicle: Chronicle, cast: Cast, days: Days, story: dict) -> None:
    """Accounts and teams, long ago; then Greg and Maya, each with their worker."""
    names = {person["sign_in"]: person for person in story["people"]}
    opened, met = days.before_review(OPENED), days.before_review(PARTNERSHIP)
    chronicle.tell(opened, "09:00", lambda: _add_accounts(cast, names))
    chronicle.tell(opened, "09:30", lambda: _make_teams(cast, story["teams"]))
    chronicle.tell(opened, "09:45", lambda: _show_interests(cast, names))
    chronicle.tell(met, "10:00", lambda: _open(cast, names["greg"], worker="vish"))
    chronicle.tell(met, "10:30", lambda: _open(cast, names["maya"], worker="priya"))


def _add_accounts(cast: Cast, names: dict[str, dict]) -> None:
    for who in ("alex", *(who for who in EVERYBODY if who != "alex")):
        person = names[who]
        cast.users[who] = people.add_account(
            email=EVERYBODY[who].email,
            name=f"{person['called']} {person['full_name'].split(maxsplit=1)[1]}",
            phone=person.get("phone", ""),
            is_administrator=who == "alex",
            is_rights_lead=who == "ines",
            by=OFFICE if who == "alex" else cast.by("alex"),
        )


def _make_teams(cast: Cast, teams: list[dict]) -> None:
    for team in teams:
        cast.teams[team["key"]] = people.create_team(name=team["name"], kind=team["kind"], by=OFFICE)
    reviews, valley = cast.teams["reviews"], cast.teams["valley"]
    people.appoint_manager(user=cast.users["morgan"], team=reviews, by=OFFICE)
    cast.changed()
    for who in ("vish", "priya"):
        people.join_team(user=cast.users[who], team=reviews, by=cast.by("morgan"))
    people.join_team(user=cast.users["deb"], team=valley, by=OFFICE)
    cast.changed()
    _say_how_they_work(cast, reviews, teams[0])


def _say_how_they_work(cast: Cast, team: Team, told: dict) -> None:
    people.change_ways(
        team=team,
        name=team.name,
        kind=team.kind,
        reached_at=told["reached_at"],
        decides=told["decides"],
        does_not_decide=told["does_not_decide"],
        decides_said_by=told["decides_said_by"],
        decides_said_on=clock.today(),
        by=cast.by("morgan"),
    )


def _show_interests(cast: Cast, names: dict[str, dict]) -> None:
    """A worker shows at most three things they like."""
    for who, person in names.items():
        if person.get("role") == "worker" and person.get("interests"):
            people.show_interests(user=cast.users[who], interests=person["interests"], by=cast.by(who))


def _open(cast: Cast, person: dict, *, worker: str) -> None:
    cast.open(
        worker=worker,
        key=person["sign_in"],
        called=person["called"],
        full_name=person["full_name"],
        user=cast.users[person["sign_in"]],
        phone=person.get("phone", ""),
        near=point_of(person["postcode"]),
        sets_out_from=person["postcode"],
    )
