"""Letters as modules post them, waiting to leave: a worker's words, “did you go?”, and reminders of a target."""

from datetime import date, time, timedelta

PEOPLE = 2_000  # more than a batch of the deliverer's has letters
FIRST = date(2020, 1, 6)
LINK = "https://walk.example/c/wy2m9f7bkvcnxreq-qa5wkb7q9z66rxpk6s2b/"
WORDS = "Anwen: Choir is at half past six on Thursday. Shall we meet at the door?"
TOLD = {"asked_by": "individual", "set_on": FIRST, "state_changed_on": FIRST, "typed_by_individual": True}
ALL_DAY = {"safe_from": time(0), "safe_until": time(23, 59, 59)}


def post_letters(kind: str, many: int, *, at_once: int) -> None:
    """So many letters of this kind, to each person in turn."""
    from django.db import transaction

    people = invented_people(min(PEOPLE, many))
    post_one = {"note": _note, "did you go": _question, "reminder": _reminder}[kind]
    for start in range(0, many, at_once):
        with transaction.atomic():
            for number in range(start, min(start + at_once, many)):
                post_one(people[number % len(people)], FIRST + timedelta(days=number // len(people)))


def invented_people(many: int) -> list:
    """Each with an account and a class on Thursdays; every second said how they wish to be reached."""
    from django.utils import timezone

    from kith.people.models import ContactWishes, Individual, Team, User

    team, now = Team.objects.create(name="Calder Valley"), timezone.now()
    worker = User.objects.create(name="Anwen Hollis", email="anwen@calderford.example")
    users = User.objects.bulk_create(User(name=f"P{n}", email=f"p{n}@kith.example") for n in range(many))
    about = {"team": team, "opened_at": now}
    theirs = Individual.objects.bulk_create(Individual(called=user.name, user=user, **about) for user in users)
    wished = {"says_words": True, "channels": ["email"], "asked_on": FIRST, "review_on": FIRST, **ALL_DAY}
    ContactWishes.objects.bulk_create(ContactWishes(individual=each, **wished) for each in theirs[::2])
    _give_goals(theirs, worker)
    return list(Individual.objects.select_related("user", "contact_wishes").prefetch_related("goals"))


def _give_goals(individuals: list, worker) -> None:
    """A regular one, which they are asked about."""
    from django.utils import timezone

    from kith.goals.models import Goal
    from kith.messaging.models import Ask

    weekly = {"kind": "commitment", "words": "Choir", "weekday": 3, "recorded_by": worker, **TOLD}
    goals = Goal.objects.bulk_create(Goal(individual=each, **weekly) for each in individuals)
    chosen = {"chosen_by_individual": True, "chosen_at": timezone.now()}
    Ask.objects.bulk_create(Ask(goal=goal, **chosen) for goal in goals)


def _note(individual, day: date) -> None:
    _write(individual, kind="to individual: words", cause=f"words {individual.public_id} {day}", words=WORDS)


def _question(individual, day: date) -> None:
    from django.utils import timezone

    from kith.messaging.actions.asking import DID_YOU_GO
    from kith.messaging.models import Question

    goal = individual.goals.all()[0]
    letter = _write(individual, kind=DID_YOU_GO, cause=f"goal {goal.public_id}", words="Did you go?", read_at=LINK)
    Question.objects.create(goal=goal, day=day, asked_at=timezone.now(), letter=letter.public_id)


def _reminder(individual, day: date) -> None:
    """Of something they aim for."""
    from django.utils import timezone

    from kith.goals.models import Goal
    from kith.messaging.models import Reminder
    from kith.messaging.reminding.wording import LETTERS

    kind, told = Reminder.Kind.TARGET_DAY, TOLD | {"recorded_by": individual.user}
    goal = Goal.objects.create(individual=individual, kind="target", words="Run 5km", due_on=day, **told)
    letter = _write(individual, kind=LETTERS[kind], cause=f"goal {goal.public_id}", words="Run 5km: tomorrow.")
    about = {"kind": kind, "about": goal.public_id, "on": day, "individual": individual, "state": "sent"}
    Reminder.objects.create(letter=letter.public_id, at=timezone.now(), **about)


def _write(individual, **letter):
    """At whatever hour this is run, it is due."""
    from kith.people.actions import write_to

    return write_to(individual, by_day=False, takes_replies=True, **letter)
