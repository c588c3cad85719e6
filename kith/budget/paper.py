"""How large a page about it prints: as the individual likes things printed, whoever prints it."""

from kith.design.looks import CHOICES
from kith.people.models import Individual
from kith.people.wishes import wishes_of


def size_for(individual: Individual) -> str:
    """As they wished letters to be, else as their own pages print; "" for the usual size."""
    look = individual.user.look.get("paper", "") if individual.user else ""
    chosen = wishes_of(individual).print_size or look
    return chosen if chosen in CHOICES["paper"] else ""
