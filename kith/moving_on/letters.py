"""What is told by itself once somebody has moved on, as short as it can be."""

from datetime import date

from kith.conversations.wording import day_in_words
from kith.people.models import Individual, User

YOUR_PAGE = "to individual: your page"
HOW_IT_GOES = "to individual: how it goes now"
WELCOME_BACK = "to individual: welcome back"
WE_STOPPED = "to individual: stopped working together"
ANSWERED = "to individual: answer about coming back"
TO_READ = "to individual: something to read"
TO_TEAM = "to worker: somebody who moved on"
ASKS_FOR_SOMETHING = "Somebody who moved on asks for something"


def page_ends(individual: Individual, last_day: date) -> str:
    """That their page ends, how to take a copy, and how to ask for longer."""
    number = individual.team.reached_at if individual.team else ""
    or_ring = f" Or ring: {number}." if number else ""
    return (
        f"Your page here stays open until {day_in_words(last_day)}. You can take a copy before then: press “Carry on”. "
        f"Would you like it for longer? Press “Ask for longer”.{or_ring} "
        "Nothing that was written is thrown away by this."
    )


def we_stopped(individual: Individual, worker: User, meeting: str) -> str:
    """That it is over, that the `meeting` planned (when it was to be; "" for none) is not on, and what of their page
    stays."""
    said = [f"{worker.first_name} and you have stopped working together."]
    said += [f"This meeting is not on: {meeting}."] if meeting else []
    if individual.user_id:
        until = individual.page_ends_on
        said += [f"Your page here stays open until {day_in_words(until)}." if until else "Your page here stays open."]
    number = individual.team.reached_at if individual.team else ""
    said += [f"You can come back at any time. Ring: {number}." if number else "You can come back at any time."]
    return " ".join(said)


def how_it_goes() -> str:
    """The one question they wanted."""
    return "You wanted to be asked, once, how it goes. How is it going? Any answer is fine, and so is none."


def welcome_back(worker: User) -> str:
    """Who is there, and that nothing begins anew."""
    name = worker.first_name
    return f"{name} is there for you from now on. What was written before is still here. {name} will be in touch."


def answered_about_coming_back(individual: Individual, who: User) -> str:
    """That there is an answer, and where it stands; not what it is, for whoever else looks at a telephone."""
    number = individual.team.reached_at if individual.team else ""
    or_ring = f" Or ring: {number}." if number else ""
    return (
        f"You asked to come back. {who.first_name} has answered. "
        f"The answer is on your page here: press “Carry on”.{or_ring}"
    )


def ready_to_read(worker: User) -> str:
    """That the closing conversation is there."""
    return f"{worker.first_name} has written down what carries on. You can read it, and change it."
