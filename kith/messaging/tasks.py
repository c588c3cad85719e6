"""Work that is done after the answer is given. A task carries an id alone: the row is the truth, and doing it twice
is doing it once."""

from django_tasks import task


@task
def make_sense(arrival: str) -> None:
    """Makes sense of one thing that came in."""
    from kith.access.actor import Actor
    from kith.messaging.incoming import make_sense_of

    make_sense_of(arrival, by=Actor.system())
