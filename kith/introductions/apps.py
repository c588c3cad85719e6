"""Registers the module with Django, and its gates with the outbox."""

from django.apps import AppConfig


class IntroductionsConfig(AppConfig):
    name = "kith.introductions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside
        from kith.network_map import brought
        from kith.outbox import gates as outbox
        from kith.people import hearing, quiet, telling_words

        from . import gates, wording
        from .actions.answering import NOTICE
        from .actions.asking import VISIT_QUESTION
        from .actions.asking_later import STILL_GOING
        from .actions.calling_off import RING
        from .kinds_of_letter import IN_WRITING, STILL_ON, TO_PLACE
        from .shown_beside import beside_introduction, beside_kept, that_led_to
        from .still_on import NOT_ON

        outbox.register_for_many(VISIT_QUESTION, gates.visit_questions)
        outbox.register_for_many(STILL_GOING, gates.still_going_on)
        outbox.register_for_many(NOT_ON, gates.not_on_today)
        outbox.register(TO_PLACE, gates.to_place)
        outbox.register(IN_WRITING, gates.in_writing)
        outbox.register(STILL_ON, gates.still_on_today)
        outbox.register_for_many(RING, gates.to_be_rung)
        beside.register("introduction", "network_map/_offer.html", beside_introduction)
        beside.register("kept", "introductions/_kept.html", beside_kept)
        brought.register(that_led_to)
        quiet.rests_once_moved_on(VISIT_QUESTION, STILL_GOING)
        hearing.tell_of(RING, "Somebody is to be rung because a first visit is not on")
        hearing.tell_of(NOTICE, "Somebody would like something else after a first visit")
        telling_words.register(wording.service_words)
