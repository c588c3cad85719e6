"""What the tests of these pages share: somebody signed in, an address, a page as a browser would send it."""

from datetime import date

from django.test import Client
from django.urls import reverse

TODAY = date(2026, 8, 18)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(cast, name: str, **ids) -> str:
    return reverse(f"conversations:{name}", kwargs={"individual": cast.individual.public_id} | ids)


def page_as_sent(client: Client, cast) -> dict:
    """What a browser would send if nothing on the page were touched."""
    form = client.get(address(cast, "write_up")).context["form"]
    return {field.html_name: "" if field.value() is None else field.value() for field in form}
