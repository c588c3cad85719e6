"""Registers the module with Django, the gate of its letter, and what stands beside other things."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "kith.measures"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside
        from kith.outbox import gates as outbox
        from kith.people import quiet

        from .actions.reminding import NUDGE
        from .gates import how_are_things
        from .shown_beside import beside_goal, beside_meeting, beside_person

        outbox.register_for_many(NUDGE, how_are_things)
        quiet.rests_once_moved_on(NUDGE)
        beside.register("goal", "measures/_beside_goal.html", beside_goal)
        beside.register("meeting", "measures/_beside_meeting.html", beside_meeting)
        beside.register("person", "measures/_beside_person.html", beside_person)
