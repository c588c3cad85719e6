"""What people type about a Personal Budget. Forms clean; they never save."""

from .decisions import LowerForm, RecordForm
from .house import HouseForm, PlainAnswerForm, SpendingForm
from .saying import AnswerForm, EndForm, NotSoForm, PromiseForm, ReviewForm
from .scans import ScanForm
from .slips import SlipForm
from .support import SupportForm

__all__ = [
    "AnswerForm",
    "EndForm",
    "HouseForm",
    "LowerForm",
    "NotSoForm",
    "PlainAnswerForm",
    "PromiseForm",
    "RecordForm",
    "ReviewForm",
    "ScanForm",
    "SlipForm",
    "SpendingForm",
    "SupportForm",
]
