"""The kinds of letters to a place that are about somebody."""

TO_PLACE = "to place: introduction"
IN_WRITING = "to place: in writing"
