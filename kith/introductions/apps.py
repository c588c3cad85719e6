"""Registers the module with Django, and its gate with the outbox."""

from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "kith.introductions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.outbox import gates as outbox
        from kith.people import hearing

        from .actions.answering import NOTICE
        from .actions.asking import VISIT_QUESTION
        from .actions.writing import TO_PLACE
        from .gates import to_place, visit_questions

        outbox.register_for_many(VISIT_QUESTION, visit_questions)
        outbox.register(TO_PLACE, to_place)
        hearing.tell_of(NOTICE, "Somebody would like something else after a first visit")
