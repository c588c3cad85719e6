"""Registers the module with Django."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kith.people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Letters to individuals and to workers pass the gates of this module."""
        from kith.outbox import gates

        from . import checks, hearing, quiet  # noqa: F401 - checks register themselves
        from .cover_gate import still_to_cover
        from .gates import to_individuals, to_workers
        from .letters_to_representatives import BY_LAW, still_by_law
        from .letters_to_supporters import ENDS, ENDS_WORKER, INVITATION, still_invited

        gates.register(INVITATION, still_invited)
        gates.register(BY_LAW, still_by_law)
        gates.register_for_many("to individual:", to_individuals)
        gates.register_for_many("to worker:", to_workers)
        gates.register(hearing.COVERING, still_to_cover)
        hearing.tell_of(hearing.COVERING, "Somebody asks me to cover for them")
        hearing.tell_of(hearing.WORKS_APART, "Somebody in my team needs another worker")
        hearing.tell_of(ENDS_WORKER, "What somebody lets be seen ends soon")
        quiet.rests_once_moved_on(ENDS)
