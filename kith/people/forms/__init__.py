"""What people type, about getting in and about each other."""

from .looks import LookForm
from .signing_in import (
    AddAppForm,
    AddPasskeyForm,
    AskForCodeForm,
    CodeForm,
    RenamePasskeyForm,
    SecondFactorAgainForm,
    SecondFactorForm,
)

__all__ = [
    "AddAppForm",
    "AddPasskeyForm",
    "AskForCodeForm",
    "CodeForm",
    "LookForm",
    "RenamePasskeyForm",
    "SecondFactorAgainForm",
    "SecondFactorForm",
]
