"""What can happen to agencies' forms, and to what is answered in them."""

from .bringing_in import bring_in_ours
from .filling import begin_sheet, save_answer
from .keeping import load_form, retire_form, use_again

__all__ = ["begin_sheet", "bring_in_ours", "load_form", "retire_form", "save_answer", "use_again"]
