"""What an event is called where anybody may see it over a shoulder: one plain word, and never a name of somebody."""

from dataclasses import dataclass

from kith.introductions.wording import service_words
from kith.local_knowledge.listings import icon_of

MEETING, MEETING_SOMETIME = "Meeting", "Meeting, day not set yet"
SOMETHING, MY_DAY, LAST_DAY, TO_DO, AWAY = "Something to do", "My day", "Last day to enter", "To do", "Away"
BY_DRAWING = {
    "running": "Run",
    "swimming": "Swim",
    "walking": "Walk",
    "dance": "Dance",
    "boxing": "Training",
    "gym": "Gym",
    "ball": "Game",
    "games": "Games",
    "singing": "Singing",
    "music": "Music",
    "paint": "Art",
    "knitting": "Making things",
    "repair": "Making things",
    "garden": "Garden",
    "allotment": "Garden",
    "cooking": "Food",
    "tea": "Coffee",
    "books": "Books",
    "learning": "Class",
    "computer": "Class",
    "cinema": "Film",
    "volunteering": "Helping out",
}


@dataclass(frozen=True)
class Told:
    """The title of an event, and where it is; without a place where places are not named."""

    title: str
    place: str = ""


def of_activity(activity, *, names_places: bool, otherwise: str = SOMETHING) -> Told:
    """Its public name only where that was chosen, and where the name itself gives nothing away."""
    if activity is None:
        return Told(otherwise)
    if names_places and not service_words(activity.name):
        return Told(activity.name, of_place(activity.place) if activity.place_id else "")
    return Told(BY_DRAWING.get(icon_of(activity), otherwise))


def of_place(place) -> str:
    """Its name, address and postcode, unless they tell of a service."""
    return plain(", ".join(filter(None, (place.name, place.address, place.postcode))))


def plain(words: str) -> str:
    """The words; or nothing where they would tell of a service."""
    return "" if service_words(words) else words
