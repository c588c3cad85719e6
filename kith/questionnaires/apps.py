"""Registers the module with Django."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "kith.questionnaires"
    default_auto_field = "django.db.models.BigAutoField"
