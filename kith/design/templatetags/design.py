"""Template tags: components with declared arguments, drawings and the error summary."""

from django import template
from django.conf import settings
from django.forms.utils import flatatt
from django.template import Engine, TemplateSyntaxError
from django.template.base import token_kwargs
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from kith.design import beside as parts
from kith.design import help_now as helping
from kith.design import icons, marks, phones
from kith.design.declarations import read_declaration
from kith.design.looks import Look

register = template.Library()


class ComponentNode(template.Node):
    """A component in a page: its arguments, and whatever stands between its tags as `content`."""

    child_nodelists = ("nodelist",)

    def __init__(self, declaration, arguments, nodelist):
        self.declaration = declaration
        self.arguments = arguments
        self.nodelist = nodelist

    def render(self, context):
        """The component's template sees its own arguments, `content`, and nothing else of the page."""
        values = {name: value.resolve(context) for name, value in self.arguments.items()}
        passed_on = {name.replace("_", "-"): values.pop(name) for name in list(values) if self._goes_on(name)}
        values = {**self.declaration.defaults, **values}
        self.declaration.check_values(values)
        values["attributes"] = flatatt(passed_on)
        values["content"] = self.nodelist.render(context) if self.nodelist else ""
        found = context.template.engine.get_template(template_of(self.declaration.component))
        return found.render(context.new(values))

    def _goes_on(self, name):
        return name not in self.declaration.names and self.declaration.goes_on(name)


def template_of(component):
    """Where the template of a component is."""
    return f"design/components/{component}.html"


@register.tag
def component(parser, token):
    """{% component "panel" title="Words" %}…{% endcomponent %}, or {% component "chip" text="done" / %}."""
    bits = token.split_contents()[1:]
    closed = bits and bits[-1] == "/"
    bits = bits[:-1] if closed else bits
    if not bits or bits[0][0] not in "\"'":
        raise TemplateSyntaxError("A component is named first, in quotation marks.")
    name = bits.pop(0)[1:-1]
    arguments = token_kwargs(bits, parser)
    if bits:
        raise TemplateSyntaxError(f"Component “{name}”: write every argument as name=value, not “{bits[0]}”.")
    declaration = read_declaration(name, Engine.get_default().get_template(template_of(name)).source)
    declaration.check_names(arguments)
    nodelist = None if closed else _until_the_end(parser)
    return ComponentNode(declaration, arguments, nodelist)


def _until_the_end(parser):
    nodelist = parser.parse(("endcomponent",))
    parser.delete_first_token()
    return nodelist


@register.simple_tag
def help_now():
    """{% help_now as help %}: who is there day and night."""
    return helping.help_now()


@register.simple_tag(takes_context=True)
def beside(context, name, thing):
    """{% beside "goal" goal %}: whatever modules further up have to show beside it."""
    engine = context.template.engine
    shown = parts.parts_for(name, context["request"], thing)
    rendered = (engine.get_template(template).render(_own(context, shows)) for template, shows in shown)
    return mark_safe("".join(rendered))


def _own(context, shows):
    """A context of its own: the request and what it shows, and nothing else of the page."""
    return context.new({"request": context["request"], "csrf_token": context.get("csrf_token")} | shows)


@register.simple_tag
def icon(name, label=""):
    """A line drawing, hidden from screen readers unless it has a label of its own."""
    says = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    opening = format_html('<svg class="icon" focusable="false" {} ', says)
    return mark_safe(opening + icons.drawing(name).removeprefix("<svg "))


@register.simple_tag(takes_context=True)
def how_it_looks(context):
    """The attributes of <html>: what the reader chose, or how large the page says it is printed."""
    chosen = context.get("look", Look()).chosen
    if context.get("print_size"):
        chosen = chosen | {"paper": context["print_size"]}
    return format_html_join("", ' data-{}="{}"', chosen.items())


@register.simple_tag(takes_context=True)
def stylesheets(context):
    """The one stylesheet, and the colours of the reader's theme."""
    look = context.get("look", Look())
    scheme = format_html('<meta name="color-scheme" content="{}">', look.scheme)
    sheets = [("design/page.css", "all"), *look.sheets]
    links = [(static(name), where) for name, where in sheets]
    return scheme + format_html_join("", '\n  <link rel="stylesheet" href="{}" media="{}">', links)


@register.simple_tag
def leaves_to():
    """Where somebody goes who leaves a page at once: a link outside, which this page itself never asks for."""
    return settings.LEAVE_TO


@register.filter
def unmarked(words):
    """Without the brackets round what is somebody else's business."""
    return marks.without_marks(str(words or ""))


@register.filter
def field_class(name):
    """The CSS class of an activity's colour field."""
    return f"field-{icons.field_of(name)}"


@register.filter
def phone(number):
    """A telephone number as people here write it."""
    return phones.as_people_write(number)


@register.inclusion_tag("design/form-errors.html")
def form_errors(*forms):
    """What to look at again, on top of the page, each line leading to its field. Said once: a form that is drawn whole
    further down does not say it again."""
    given = [form for form in forms if form is not None and not getattr(form, "errors_are_told", False)]
    for form in given:
        form.errors_are_told = True
    problems = [problem for form in given for problem in problems_of(form)]
    return {"problems": problems, "was_typed": any(_holds_words(form) for form in given)}


def _holds_words(form):
    """Whether something was typed or chosen that could be feared lost."""
    return any(field.value() not in (None, "", [], False) for field in form)


def problems_of(form):
    """(sentence, its field's label, id of the control) for every error of a form, in its order."""
    found = [(sentence, "", "") for sentence in form.non_field_errors()]
    for field in form:
        found += [(sentence, field.label, first_control(field)) for sentence in field.errors]
    return found


def first_control(field):
    """The id of the control that a link to this field should focus."""
    return f"{field.auto_id}_0" if field.use_fieldset else field.auto_id
