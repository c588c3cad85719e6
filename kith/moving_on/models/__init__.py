"""What we remember of moving on."""

from .page import Keeping, PageWish, Told
from .talk import AboutTalk, LooseEnd, Part, Talk

__all__ = ["AboutTalk", "Keeping", "LooseEnd", "PageWish", "Part", "Talk", "Told"]
