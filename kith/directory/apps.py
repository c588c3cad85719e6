"""The directory as a Django app."""

from django.apps import AppConfig

MOST_VALUES = 32_766  # in one statement, since SQLite 3.32; Django 5.2 keeps to the 999 of older ones


class DirectoryConfig(AppConfig):
    name = "kith.directory"
    label = "directory"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Registers the gate of letters to places.

        An import writes many rows in one statement, as on PostgreSQL, and not a few dozen at a time."""
        from django.db import connection

        from kith.outbox import gates as outbox

        from .actions.asking import LISTINGS
        from .gates import still_to_be_asked

        outbox.register(LISTINGS, still_to_be_asked)

        if connection.vendor == "sqlite":
            type(connection.features).max_query_params = MOST_VALUES
