"""The eleven sentences to look back with: a number and an example for each, and all of it may be left out."""

from collections.abc import Mapping

from kith.design import fields
from kith.design.forms import KithForm

from ..mirror.sentences import LEAST, MOST, sentences
from ..models import LookBack

LEFT_OUT = ("", "Left out")
NUMBERS = [LEFT_OUT, *((str(each), str(each)) for each in range(LEAST, MOST + 1))]


class LookBackForm(KithForm):
    """One box and a line for each sentence."""

    def __init__(self, *args, kept: Mapping[str, LookBack] | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        for each in sentences():
            before = (kept or {}).get(each.key)
            self.fields[each.key] = fields.Choice(
                label=each.words,
                choices=NUMBERS,
                look="segments",
                required=False,
                hint=f"They might say: “{each.theirs}”",
                initial=str(before.number or "") if before else "",
            )
            self.fields[f"{each.key}-example"] = fields.LongText(
                label="An example, if you like", required=False, rows=2, initial=before.example if before else ""
            )

    @property
    def given(self) -> dict[str, tuple[int | None, str]]:
        """As the action takes it, once it is clean."""
        return {each.key: (self._number(each.key), self.cleaned_data[f"{each.key}-example"]) for each in sentences()}

    def _number(self, key: str) -> int | None:
        return int(self.cleaned_data[key]) if self.cleaned_data[key] else None
