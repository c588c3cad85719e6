"""What people type about worries, and about information that went astray."""

from .breaches import (
    CommissionerForm,
    DescribeForm,
    LearntForm,
    PeopleForm,
    TouchedForm,
    WentWrongForm,
    WhatWasDoneForm,
)
from .concerns import CloseForm, NoteForm, PassOnForm, PlaceForm, PutOnForm, ToldForm, UntoldForm, WorriedForm

__all__ = [
    "CloseForm",
    "CommissionerForm",
    "DescribeForm",
    "LearntForm",
    "NoteForm",
    "PassOnForm",
    "PeopleForm",
    "PlaceForm",
    "PutOnForm",
    "ToldForm",
    "TouchedForm",
    "UntoldForm",
    "WentWrongForm",
    "WhatWasDoneForm",
    "WorriedForm",
]
