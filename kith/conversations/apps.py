"""Registers the module with Django, its gate with the outbox, and what it shows beside other things."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "kith.conversations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside
        from kith.outbox import gates as outbox

        from .actions.before import BEFORE_A_MEETING
        from .gates import before_a_meeting
        from .shown_beside import while_away

        outbox.register(BEFORE_A_MEETING, before_a_meeting)
        beside.register("time away", "conversations/_while_away.html", while_away)
