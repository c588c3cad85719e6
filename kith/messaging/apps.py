"""Registers the module with Django: its gates, what workers may be told, and what stands beside other things."""

from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "kith.messaging"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside
        from kith.outbox import gates as outbox
        from kith.people import hearing, quiet

        from . import checks  # noqa: F401 - it registers itself
        from .actions.asking import DID_YOU_GO, LEAVING_BE
        from .asking.gates import did_you_go, leaving_be
        from .letters import NOTICE, SOONER
        from .reminding.gates import kinds, reminders
        from .shown_beside import beside as messages
        from .shown_beside import beside_steps

        outbox.register_for_many(DID_YOU_GO, did_you_go)
        outbox.register_for_many(LEAVING_BE, leaving_be)
        for kind in kinds():
            outbox.register_for_many(kind, reminders)
        quiet.rests_once_moved_on(DID_YOU_GO, LEAVING_BE, *kinds())
        hearing.tell_of(NOTICE, "Somebody has written to me")
        hearing.tell_of(SOONER, "Somebody asks me to look sooner")
        for thing in ("goal", "introduction", "meeting"):
            beside.register(thing, "messaging/_beside.html", messages)
        beside.register("steps", "messaging/_beside.html", beside_steps)
