"""Registers the module with Django, the gates of its letters, and what stands on somebody's own page."""

from django.apps import AppConfig


class MovingOnConfig(AppConfig):
    name = "kith.moving_on"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from kith.design import beside
        from kith.outbox import gates as outbox
        from kith.people import hearing

        from . import gates, letters
        from .shown_beside import beside_person, beside_who

        outbox.register_for_many(letters.YOUR_PAGE, gates.your_page)
        outbox.register_for_many(letters.HOW_IT_GOES, gates.how_it_goes)
        outbox.register_for_many(letters.WE_STOPPED, gates.how_it_goes)
        outbox.register_for_many(letters.ANSWERED, gates.how_it_goes)
        hearing.tell_of(letters.TO_TEAM, letters.ASKS_FOR_SOMETHING)
        beside.register("person", "moving_on/_beside_person.html", beside_person)
        beside.register("who works together", "moving_on/_beside_who.html", beside_who)
