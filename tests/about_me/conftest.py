"""The same cast and day as the goals have."""

from tests.goals.conftest import (  # noqa: F401
    cast,
    friday_morning,
    gathered,
    own,
    without_a_second_factor,
    workers,
)
