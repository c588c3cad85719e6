"""Registers the module with Django, and what it puts beside things of other modules."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "kith.messaging"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside

        from kith.people import hearing

        from . import checks  # noqa: F401 - it registers itself
        from .letters import NOTICE
        from .shown_beside import beside as messages

        hearing.tell_of(NOTICE, "Somebody has written to me")
        for thing in ("goal", "introduction", "meeting"):
            beside.register(thing, "messaging/_beside.html", messages)
