"""The files that are handed in, and which of them are the sides of one leaflet."""

from kith.design import fields
from kith.design.files import Files
from kith.design.forms import KithForm

MOST_FILES = 12


class HandIn(KithForm):
    """Photographs or PDFs of leaflets."""

    files = Files(
        label="Photographs or PDFs of leaflets",
        hint="Up to 12 MB each. Where and when a photograph was taken is not kept.",
        accept="image/jpeg,image/png,image/webp,image/tiff,application/pdf",
        missing="Please choose a photograph or a PDF.",
        most=MOST_FILES,
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
