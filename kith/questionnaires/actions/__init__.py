"""What can happen to agencies' forms, and to what is answered in them."""

from .filling import begin_sheet, save_answer
from .keeping import load_form, retire_form, use_again

__all__ = ["begin_sheet", "load_form", "retire_form", "save_answer", "use_again"]
