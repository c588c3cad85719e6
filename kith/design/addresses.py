"""Addresses that are the same for everybody, such as those in the frame of a page: each is put together once."""

from functools import cache

from django.urls import reverse


@cache
def address_of(name: str) -> str:
    """Of a page with nobody's id in its address."""
    return reverse(name)
