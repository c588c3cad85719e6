"""A rule's answer: the reason against, as a sentence a person can read."""


class Refused(Exception):
    """Something cannot be done now. `str()` is a sentence that may be shown as it stands."""


def refuse_if(reason: str | None) -> None:
    """Stops the action with the reason, if there is one."""
    if reason:
        raise Refused(reason)
