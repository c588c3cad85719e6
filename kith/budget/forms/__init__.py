"""What people type about a Personal Budget. Forms clean; they never save."""

from .decisions import LowerForm, RecordForm
from .saying import AnswerForm, EndForm, PromiseForm, ReviewForm

__all__ = ["AnswerForm", "EndForm", "LowerForm", "PromiseForm", "RecordForm", "ReviewForm"]
