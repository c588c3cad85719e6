"""Registers the module with Django, and what stands beside a meeting."""

from django.apps import AppConfig


class PaperworkConfig(AppConfig):
    name = "kith.paperwork"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside
        from kith.people import hearing

        from .actions.showing import NOTICE
        from .beside import forms_of

        beside.register("meeting", "paperwork/_beside_meeting.html", forms_of)
        hearing.tell_of(NOTICE, "Somebody sees something in a form differently")
