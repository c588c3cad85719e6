"""How far it is, and roughly how long it takes to walk there.

Streets are longer than the straight line: measured factors for roads in Britain lie between 1.2 and 1.4, and 1.3 is
taken. 4.5 km an hour is an easy walk; crossings with lights are timed for 4.3 (1.2 m a second). Minutes are told in
fives, because nothing here is known more exactly, and only as far as people may think of walking.
"""

LONGER_THAN_STRAIGHT = 1.3
KM_AN_HOUR = 4.5
KM_A_MILE = 1.609344
FARTHEST_ON_FOOT = 3  # miles in a straight line: about an hour and a half
STEP = 5  # minutes


def walk_minutes(miles: float) -> int | None:
    """Minutes on foot for a straight line of so many miles, in fives; None where hardly anybody would walk."""
    if miles > FARTHEST_ON_FOOT:
        return None
    minutes = miles * KM_A_MILE * LONGER_THAN_STRAIGHT / KM_AN_HOUR * 60
    return max(STEP, STEP * round(minutes / STEP))
