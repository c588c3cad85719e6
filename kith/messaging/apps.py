"""Registers the module with Django."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "kith.messaging"
    default_auto_field = "django.db.models.BigAutoField"
