"""Errands for tests, as errands should be: ids only, done once however often they are begun, the row is the truth."""

from django_tasks import task

from kith.outbox.actions import post


@task()
def write_letter(number: int) -> None:
    """Leaves one letter for each number, ever."""
    kept = {"channel": "print", "to": "", "body": "Hello.", "once": f"chore {number}"}
    post(kind="chore", **kept)


@task()
def never_works(whose: str) -> None:
    """An error that has somebody's words in it."""
    raise ValueError(f"{whose} is ill")
