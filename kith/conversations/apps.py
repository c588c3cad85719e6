"""Registers the module with Django, and its gate with the outbox."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "kith.conversations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.outbox import gates as outbox

        from .actions.before import BEFORE_A_MEETING
        from .gates import before_a_meeting

        outbox.register(BEFORE_A_MEETING, before_a_meeting)
