"""Registers the module with Django."""

from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "kith.conversations"
    default_auto_field = "django.db.models.BigAutoField"
