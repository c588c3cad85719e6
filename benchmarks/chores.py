"""An errand for the long run: it leaves one letter for each number, however often it is begun."""

from django_tasks import task

from kith.outbox.actions import post


@task()
def write_letter(number: int) -> None:
    post(kind="chore of the soak", channel="print", to="", body="Hello.", once=f"soak chore {number}")
