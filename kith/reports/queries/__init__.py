"""What we ask for reports: counting when one is prepared, and reading what was kept."""

from .kept import Report, Row, chosen_period, periods_for, report_of
from .preparing import Tellings, quarters_to_prepare, told_of

__all__ = ["Report", "Row", "Tellings", "chosen_period", "periods_for", "quarters_to_prepare", "report_of", "told_of"]
