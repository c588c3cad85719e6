"""A page as its reader has it: the same words whenever it is asked for."""

import re

A_TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=)"\w+"')


def words_of(response) -> str:
    """The page's text, runs of space as one, without the letters drawn by lot that stand in each form: what a page may
    not say would now and then be found among them."""
    return A_TOKEN.sub(r'\1""', " ".join(response.content.decode().split()))
