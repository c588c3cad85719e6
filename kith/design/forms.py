"""Kith's forms: every field drawn in one pattern, errors in a summary on top and beside the field."""

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates


class OurBoundField(BoundField):
    """A field on a page; the words on who sees it belong to its description."""

    @property
    def aria_describedby(self):
        described = super().aria_describedby
        if described is None or not getattr(self.field, "seen_by", "") or not self.auto_id:
            return described
        return f"{self.auto_id}_who {described}".strip()


class Renderer(DjangoTemplates):
    """Draws every form, also those of other packages, with our templates."""

    form_template_name = "design/form.html"
    field_template_name = "design/field.html"
    bound_field_class = OurBoundField


class KithForm(forms.Form):
    """The form that every form of Kith begins from. It cleans; it never saves."""

    default_renderer = Renderer
    use_required_attribute = False

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
