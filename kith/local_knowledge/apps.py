"""Registers the module with Django."""

from django.apps import AppConfig


class LocalKnowledgeConfig(AppConfig):
    name = "kith.local_knowledge"
    default_auto_field = "django.db.models.BigAutoField"
