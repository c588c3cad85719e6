"""Worries about safety, and information that went astray."""

from .breach import Breach, BreachNote, Touched
from .concern import Concern
from .seeing_to import ConcernNote, OnIt, PassedOn

__all__ = ["Breach", "BreachNote", "Concern", "ConcernNote", "OnIt", "PassedOn", "Touched"]
