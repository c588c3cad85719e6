"""A page is filled with words that were typed before: only the form they belong to, and nothing else."""

from kith.people.refill import refill
from kith.people.typed import Typed

SEVERAL = """<!doctype html><p>a &amp; b &#39; <br/></p><!-- c --><form method="post" action="/x/">
<input type="text" name="words" value="other"></form>
<details><summary>More</summary><form method="post" action="/y/" id="f"><input type="hidden" name="token" value="t">
<input name="line" value="one"><input name="line" value="two"><select name="s"><option value="1" selected>1</option>
<option value="2">2</option></select></form></details><input name="words" form="f">
<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>"""


def test_only_the_form_that_goes_there_is_filled_and_all_else_stays_as_it_was():
    fields = [("token", "old"), ("line", "1 <"), ("line", '2 "'), ("s", "2"), ("words", "w"), ("gone", "lost")]
    page, without = refill(SEVERAL, Typed("/p/", "/y/", fields))
    assert without == {"gone"}
    assert 'value="t"' in page and 'value="other"' in page and "<details open>" in page
    assert 'value="1 &lt;"' in page and 'value="2 &quot;"' in page
    assert '<option value="1">' in page and '<option value="2" selected>' in page
    assert '<input name="words" form="f" value="w">' in page
    for kept in ("<p>a &amp; b &#39; <br/></p><!-- c -->", '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'):
        assert kept in page


def test_a_page_without_the_form_stays_letter_for_letter():
    page, without = refill(SEVERAL, Typed("/p/", "/z/", [("words", "w")]))
    assert page == SEVERAL and without == {"words"}
