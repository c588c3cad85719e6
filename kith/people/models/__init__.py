"""What we remember of people."""

from .authority import LegalAuthority
from .away import Away
from .individual import Individual
from .kept_away import KeptAway
from .link import Link, SignInCard
from .needs import SupporterNeeds
from .relation import Relation
from .saying_why import SaidWhy
from .share import Share
from .urgent import ToldLater, UrgentLook
from .user import Team, User
from .wishes import ContactWishes

__all__ = [
    "Away",
    "ContactWishes",
    "Individual",
    "KeptAway",
    "LegalAuthority",
    "Link",
    "Relation",
    "SaidWhy",
    "Share",
    "SignInCard",
    "SupporterNeeds",
    "Team",
    "ToldLater",
    "UrgentLook",
    "User",
]
