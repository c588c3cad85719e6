"""The same cast and day as the goals have."""

from tests.goals.conftest import cast, friday_morning  # noqa: F401
