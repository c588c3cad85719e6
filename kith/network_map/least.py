"""The least about others: what a box here does not take, and why, in a kind sentence. Those named did not ask to be."""

import re

FIRST = "A first name, or what you call them, is enough."
EMAIL = re.compile(r"\S@\S+\.\S")
POSTCODE = re.compile(r"\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b", re.IGNORECASE)
FIGURES = re.compile(r"[\d\s().+-]+")
A_NUMBER = 9  # figures in a row, gaps aside: nobody's age, year or bus has so many
LISTED = re.compile(r"^\s*[^\W\d_][\w'’-]+\s*[,;\t]\s*\S")  # “Reed, Tomos”
TWO_WORDS = re.compile(r"^[A-Z][\w'’-]+ [A-Z][\w'’-]+$")
FORMS_OF_ADDRESS = {
    *("Aunt", "Auntie", "Aunty", "Baby", "Big", "Brother", "Cousin", "Dad", "Doctor", "Dr", "Father", "Gran"),
    *("Grandad", "Grandma", "Grandpa", "Granny", "Great", "Imam", "Little", "Lady", "Miss", "Mr", "Mrs", "Ms"),
    *("Mum", "My", "Nan", "Nana", "Neighbour", "Nurse", "Old", "Our", "Pastor", "Rabbi", "Rev", "Sister", "Step"),
    *("The", "Uncle", "Young"),
}
TOO_MANY = 3  # as many “First Last” in one go look like a list from elsewhere


def holds_contact(words: str) -> str | None:
    """Why words like these are not kept here: an email, a telephone number, a postcode; None where there is none."""
    if EMAIL.search(words):
        return f"Please leave the email address out. {FIRST}"
    if POSTCODE.search(words):
        return f"Please leave the postcode out. {FIRST}"
    if any(sum(map(str.isdigit, run)) >= A_NUMBER for run in FIGURES.findall(words)):
        return f"Please leave the telephone number out. {FIRST}"
    return None


def looks_like_a_list(names: list[str]) -> str | None:
    """Why names of people like these are not kept here: first and last names, as on a list from elsewhere."""
    if any(LISTED.search(name) for name in names):
        return f"Please write one name on each line, without commas. {FIRST}"
    if sum(map(_is_first_and_last, names)) >= TOO_MANY:
        return "These look like first and last names. Please leave the last names out."
    return None


def _is_first_and_last(name: str) -> bool:
    return bool(TWO_WORDS.match(name)) and name.split(maxsplit=1)[0] not in FORMS_OF_ADDRESS
