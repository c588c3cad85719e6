"""Registers the module with Django, and its gates with the outbox."""

from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "kith.introductions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.outbox import gates as outbox
        from kith.people import telling_words

        from . import wording
        from .actions.asking import VISIT_QUESTION
        from .gates import in_writing, to_place, visit_questions
        from .kinds_of_letter import IN_WRITING, TO_PLACE

        outbox.register_for_many(VISIT_QUESTION, visit_questions)
        outbox.register(TO_PLACE, to_place)
        telling_words.register(wording.service_words)
        outbox.register(IN_WRITING, in_writing)
