"""What whoever wrote is told of where their words are now: in a letter, on a page, or nowhere yet."""

from django.utils.timezone import localtime

from kith.access import clock
from kith.design.telling import clock_words, day_words
from kith.outbox import providers
from kith.outbox.queries import called
from kith.people.reaching import can_read_here


def on_its_way(message, what: str = "Your message") -> str:
    """One sentence or two, true of this message."""
    name = message.individual.called
    letter, stands = called(message.letter) if message.letter else None, can_read_here(message.individual)
    if letter:
        return _leaves(letter, what, name) + (" It stands on their page as well." if stands else "")
    if stands:
        return f"{what} stands on {name}’s page. No letter leaves."
    return f"{what} is kept. There is no way to write to {name} yet. Please tell them yourself."


def _leaves(letter, what: str, name: str) -> str:
    """A letter on paper goes nowhere until somebody prints it."""
    if letter.channel != "print" or providers.name_for(letter.channel):
        return f"{what} is on its way to {name}."
    if letter.not_before and letter.not_before > clock.now():
        here = localtime(letter.not_before)
        when = f"{day_words(here.date())}, {clock_words(here.time())}"
        return f"{what} is a letter to {name}. It comes into the tray on {when}, to be printed and posted."
    return f"{what} is a letter to {name}. It waits in the tray to be printed and posted."
