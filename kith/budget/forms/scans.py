"""The pages of a letter, in whatever file they are."""

from kith.access.refusal import Refused
from kith.design.files import Files
from kith.design.forms import KithForm

from ..pages_of.apart import MOST_FILES, drawn


class ScanForm(KithForm):
    """Photographs, scans or a PDF; cleaned to the letter as it is drawn anew."""

    letter = Files(
        label="Photographs, a scan or a PDF of the letter",
        hint="All its pages, in their order. What a camera wrote into them is not kept.",
        accept="image/jpeg,image/png,image/webp,image/tiff,application/pdf",
        missing="Please choose a photograph or a PDF.",
        most=MOST_FILES,
    )

    def clean(self):
        cleaned = super().clean()
        if files := cleaned.get("letter"):
            try:
                cleaned["drawn"] = drawn([file.read() for file in files])
            except Refused as reason:
                self.add_error("letter", str(reason))
        return cleaned
