"""Registers the module with Django, and its gates with the outbox."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "kith.messaging"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.outbox import gates as outbox

        from .actions.asking import DID_YOU_GO, LEAVING_BE
        from .asking.gates import did_you_go, leaving_be
        from .reminding.gates import kinds, reminder

        outbox.register(DID_YOU_GO, did_you_go)
        outbox.register(LEAVING_BE, leaving_be)
        for kind in kinds():
            outbox.register(kind, reminder)
