"""Registers the module with Django, and its gate with the outbox."""

from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "kith.introductions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.outbox import gates as outbox

        from .actions.asking import VISIT_QUESTION
        from .gates import gate

        outbox.register(VISIT_QUESTION, gate)
