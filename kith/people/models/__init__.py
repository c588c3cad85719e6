"""What we remember of people."""

from .individual import Individual
from .relation import Relation
from .share import Share
from .user import Team, User

__all__ = ["Individual", "Relation", "Share", "Team", "User"]
