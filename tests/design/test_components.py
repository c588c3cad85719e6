"""Components say what they take, and take nothing else."""

import pytest
from django.template import Context, Engine, TemplateSyntaxError

from kith.design import icons
from kith.design.declarations import read_declaration


def rendered(source, **context):
    """A template's text as a page would show it."""
    return Engine.get_default().from_string("{% load design %}" + source).render(Context(context))


def test_a_component_shows_its_arguments_and_what_stands_inside():
    shown = rendered(
        '{% component "panel" title=name kind="start" %}<p>{{ name }} again</p>{% endcomponent %}',
        name="Go & see",
    )
    assert '<section class="panel start">' in shown
    assert "<h2>Go &amp; see</h2>" in shown
    assert "<p>Go &amp; see again</p>" in shown


def test_the_page_is_not_visible_inside_a_component():
    shown = rendered('{% component "panel" title="Mine" / %}', note="somebody else’s")
    assert "somebody" not in shown


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('{% component "chip" text="done" colour="green" / %}', "has no argument “colour”"),
        ('{% component "chip" / %}', "needs “text”"),
        ('{% component "chip" "done" / %}', "write every argument as name=value"),
        ("{% component chip / %}", "in quotation marks"),
        ('{% component "button-link" text="Go" url="/" onclick="x" / %}', "has no argument “onclick”"),
    ],
)
def test_a_wrong_argument_is_told_when_the_page_is_read(source, problem):
    with pytest.raises(TemplateSyntaxError, match=problem):
        Engine.get_default().from_string("{% load design %}" + source)


def test_a_kind_that_does_not_exist_is_told():
    with pytest.raises(TemplateSyntaxError, match="kind “loud” is none of plain, start, quiet, private"):
        rendered('{% component "panel" title="x" kind="loud" / %}')


def test_a_template_without_a_declaration_is_no_component():
    with pytest.raises(TemplateSyntaxError, match="does not begin with"):
        read_declaration("bare", "<p>{{ text }}</p>")


def test_buttons_pass_htmx_attributes_on():
    shown = rendered('{% component "button" text="I went" name="went" value="yes" hx_post=place / %}', place='/a?"b"')
    assert 'hx-post="/a?&quot;b&quot;"' in shown
    assert 'type="submit" name="went" value="yes"' in shown


def test_words_that_people_sent_are_escaped_and_kept_in_lines():
    shown = rendered('{% component "voice" words=words cite="Greg" / %}', words="Did it!!\n<b>27.40</b>")
    assert "Did it!!<br>&lt;b&gt;27.40&lt;/b&gt;" in shown


def test_a_drawing_is_silent_unless_it_has_a_label():
    assert 'aria-hidden="true"' in rendered('{% icon "running" %}')
    assert 'role="img" aria-label="To ask"' in rendered('{% icon "question" "To ask" %}')


def test_an_unknown_activity_is_drawn_as_other():
    assert icons.drawing("../secrets") == icons.drawing("other")
    assert rendered('{{ "kite-flying"|field_class }}') == "field-sand"


def test_every_activity_has_a_drawing_of_its_own_in_one_weight():
    drawings = {name: icons.drawing(name) for name in icons.FIELDS}
    assert len(set(drawings.values())) == len(drawings)
    assert all('stroke-width="1.6"' in drawing for drawing in drawings.values())
