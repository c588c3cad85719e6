"""Telephone numbers: read as people type them, kept in the international form, shown as people write them."""

import phonenumbers

HERE = "GB"


def read(typed: str) -> str | None:
    """The number in E.164 form ("+441632960412"), or None when it is not a number that can be rung."""
    try:
        number = phonenumbers.parse(typed, HERE)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def or_email_as_written(contact: str) -> str:
    """A number the way it is written here; an email stays as it is."""
    return contact if "@" in contact else as_people_write(contact)


def as_people_write(kept: str | None) -> str:
    """A kept number the way it is written here, or the international form for one from elsewhere."""
    try:
        number = phonenumbers.parse(str(kept or ""), HERE)
    except phonenumbers.NumberParseException:
        return str(kept or "")
    here = number.country_code == phonenumbers.country_code_for_region(HERE)
    shape = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, shape.NATIONAL if here else shape.INTERNATIONAL)
