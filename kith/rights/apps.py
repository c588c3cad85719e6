"""Registers the module with Django, and what a lead may be told of."""

from django.apps import AppConfig


class RightsConfig(AppConfig):
    name = "kith.rights"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside
        from kith.people import hearing, openings

        from . import letters
        from .openings import copies
        from .shown_beside import beside_draft

        openings.tell_of(copies)
        hearing.tell_of(letters.TO_LEAD, letters.ASKS)  # of complaints too
        beside.register("draft", "rights/_beside_draft.html", beside_draft)
