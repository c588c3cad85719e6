"""The files that are handed in, and which of them are the sides of one leaflet."""

from django import forms

from kith.design import fields
from kith.design.forms import KithForm

MOST_FILES = 12


class ManyFiles(forms.ClearableFileInput):
    """One box for several files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class Files(forms.FileField):
    """Cleaned to a list of files."""

    def clean(self, data, initial=None):
        given = data if isinstance(data, list | tuple) else [data]
        if len(given) > MOST_FILES:
            raise forms.ValidationError(f"Please choose up to {MOST_FILES} at a time.")
        return [super(Files, self).clean(each, initial) for each in given or [None]]


class HandIn(KithForm):
    """Photographs or PDFs of leaflets."""

    files = Files(
        label="Photographs or PDFs of leaflets",
        help_text="Up to 12 MB each. Where and when a photograph was taken is not kept.",
        error_messages={
            "required": "Please choose a photograph or a PDF.",
            "empty": "This file is empty. Please choose another.",
            "missing": "Please choose a photograph or a PDF.",
        },
        widget=ManyFiles(attrs={"accept": "image/jpeg,image/png,image/webp,image/tiff,application/pdf"}),
    )
    are_one = fields.Choices(
        label="Front and back",
        choices=[("yes", "These are sides of one leaflet")],
        required=False,
    )


class Join(KithForm):
    """Those handed in that are sides of one leaflet."""

    sides = fields.Choices(label="Which are sides of one leaflet?", choices=[], missing="Please tick at least two.")

    def __init__(self, *args, papers, **kwargs):
        super().__init__(*args, **kwargs)
        told = [(each.public_id, _told(each)) for each in papers]
        self.fields["sides"].choices = told  # type: ignore[attr-defined] - it is a ChoiceField


def _told(paper) -> str:
    return paper.called if paper.known_as == paper.called else f"{paper.known_as} ({paper.called})"
