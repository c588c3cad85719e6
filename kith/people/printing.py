"""How large somebody likes what is printed for them."""

from kith.design.looks import CHOICES

from . import wishes
from .models import Individual


def size_for(individual: Individual) -> str:
    """One of the sizes of paper in a look, "" for the usual: as they wished letters to be, else as their own pages
    print."""
    look = individual.user.look.get("paper", "") if individual.user else ""
    chosen = wishes.wishes_of(individual).print_size or look
    return chosen if chosen in CHOICES["paper"] else ""
