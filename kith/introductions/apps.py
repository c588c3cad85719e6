"""Registers the module with Django, and its gates with the outbox."""

from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "kith.introductions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside
        from kith.outbox import gates as outbox
        from kith.people import hearing, telling_words

        from . import wording
        from .actions.answering import NOTICE
        from .actions.asking import VISIT_QUESTION
        from .actions.asking_later import STILL_GOING
        from .actions.calling_off import RING
        from .gates import (
            in_writing,
            not_on_today,
            still_going_on,
            still_on_today,
            to_be_rung,
            to_place,
            visit_questions,
        )
        from .kinds_of_letter import IN_WRITING, STILL_ON, TO_PLACE
        from .shown_beside import beside_kept
        from .still_on import NOT_ON

        for kind, gate in ((VISIT_QUESTION, visit_questions), (STILL_GOING, still_going_on), (NOT_ON, not_on_today)):
            outbox.register_for_many(kind, gate)
        outbox.register(TO_PLACE, to_place)
        outbox.register(IN_WRITING, in_writing)
        outbox.register(STILL_ON, still_on_today)
        outbox.register_for_many(RING, to_be_rung)
        beside.register("kept", "introductions/_kept.html", beside_kept)
        hearing.tell_of(RING, "Somebody is to be rung because a first visit is not on")
        hearing.tell_of(NOTICE, "Somebody would like something else after a first visit")
        telling_words.register(wording.service_words)
