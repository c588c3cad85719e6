"""What we remember of people."""

from .individual import Individual
from .link import Link, SignInCard
from .relation import Relation
from .share import Share
from .user import Team, User

__all__ = ["Individual", "Link", "Relation", "Share", "SignInCard", "Team", "User"]
