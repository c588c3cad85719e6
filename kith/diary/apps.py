"""Registers the module with Django, and the way to it beside the individual's own notes."""

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    name = "kith.diary"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside

        from .shown_beside import beside_notes

        beside.register("own notes", "diary/_beside_notes.html", beside_notes)
