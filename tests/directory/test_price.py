"""What it costs, found in prose."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.directory.reading.price import prices_in

FOUND = [
    ("£2-£5", {"price_pence": 200}),
    ("50p", {"price_pence": 50}),
    ("free", {"is_free": True}),
    ("first session free then £4", {"price_pence": 400, "taster": True}),
    ("£3.50 per session", {"price_pence": 350}),
    ("It is free of charge", {"is_free": True}),
    ("costs £5 a class, £20 a month", {"price_pence": 500}),
    ("FREE event", {"is_free": True}),
    ("Tea and cake for everybody, and it is completely free", {"is_free": True}),
    ("İİİİİİİİİİİİ It is completely free of charge", {"is_free": True}),  # letters that are two when they are small
    ("There is no coſt", {"is_free": True}),
    ("Feel free to call", {}),
    ("gluten free cakes", {}),
    ("Free parking", {}),
    ("£20 per year membership", {}),
    ("we raised £5,000", {}),
    ("at 12.30p.m.", {}),
    ("open 10pm", {}),
]


@pytest.mark.parametrize(("text", "facts"), FOUND)
def test_finds_what_the_text_says(text, facts):
    assert {one.field: one.value for one in prices_in(text)} == facts


SPOKEN = ("£4", "£2.50", "50p", "free", "first", "session", "then", "-", "to", "£", "10,000", "£99999")
PIECES = st.sampled_from((*SPOKEN, "per", "year", "FREE", "feel", "\n", "p"))


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map(" ".join)))
def test_never_raises_and_never_makes_a_price_up(text):
    for found in prices_in(text):
        assert found.words in " ".join(text.split())
        if found.field == "price_pence":
            pounds, pence = divmod(found.value, 100)
            numbers = [int(number) for number in re.findall(r"\d+", text)]
            assert pounds in numbers or pence in numbers
        else:
            assert re.search("free|no (charge|cost|fee)", text, re.I)
