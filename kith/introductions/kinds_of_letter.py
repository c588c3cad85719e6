"""The kinds of letters to a place that are about somebody."""

TO_PLACE = "to place: introduction"
IN_WRITING = "to place: in writing"
STILL_ON = "to place: still on"
TO_PLACES = (TO_PLACE, IN_WRITING, STILL_ON)
