"""What people type about goals and about those who help: all of it short, almost none of it asked for."""

from .barriers import BarrierForm, MoreOfBarrierForm, chosen_of
from .goals import (
    SOMEBODY_ELSE,
    AsideForm,
    CheckInForm,
    ForADay,
    GoalForm,
    Named,
    OptionForm,
    PauseForm,
    ResultForm,
    SmallerForm,
    SmallerStepForm,
    StepForm,
    TargetForm,
    WishForm,
    WordsForm,
    WorryForm,
)
from .helpers import HelperForm, PageForm, TellForm

__all__ = [
    "AsideForm",
    "BarrierForm",
    "CheckInForm",
    "ForADay",
    "GoalForm",
    "HelperForm",
    "MoreOfBarrierForm",
    "Named",
    "OptionForm",
    "PageForm",
    "PauseForm",
    "ResultForm",
    "SOMEBODY_ELSE",
    "SmallerForm",
    "SmallerStepForm",
    "StepForm",
    "TargetForm",
    "TellForm",
    "WishForm",
    "WordsForm",
    "WorryForm",
    "chosen_of",
]
