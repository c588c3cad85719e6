"""What we remember of people."""

from .away import Away
from .individual import Individual
from .link import Link, SignInCard
from .needs import SupporterNeeds
from .relation import Relation
from .share import Share
from .urgent import ToldLater, UrgentLook
from .user import Team, User
from .wishes import ContactWishes

__all__ = [
    "Away",
    "ContactWishes",
    "Individual",
    "Link",
    "Relation",
    "Share",
    "SignInCard",
    "SupporterNeeds",
    "Team",
    "ToldLater",
    "UrgentLook",
    "User",
]
