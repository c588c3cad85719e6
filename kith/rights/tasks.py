"""Work that is done after the answer is given. A task carries an id alone; done twice, it is done once."""

from django_tasks import task


@task
def make_own_copy(copy: str) -> None:
    """Puts together what somebody takes along."""
    from kith.access.actor import Actor
    from kith.rights import actions

    actions.make_own_copy(copy=copy, by=Actor.system())
