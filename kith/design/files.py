"""One box for several files."""

from typing import Any

from django import forms


class ManyFiles(forms.ClearableFileInput):
    """It lets more than one be chosen."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"


class Files(forms.FileField):
    """Cleaned to a list of files, of which there are `most`."""

    def __init__(self, *, label: str, hint: str, accept: str, missing: str, most: int, **kwargs):
        told: dict[str, Any] = {"label": label, "help_text": hint, **kwargs}
        told["error_messages"] = {
            "required": missing,
            "missing": missing,
            "empty": "This file is empty. Please choose another.",
        }
        super().__init__(widget=ManyFiles(attrs={"accept": accept}), **told)
        self.most = most

    def clean(self, data, initial=None):
        given = data if isinstance(data, list | tuple) else [data]
        if len(given) > self.most:
            raise forms.ValidationError(f"Please choose up to {self.most} at a time.")
        return [super(Files, self).clean(each, initial) for each in given or [None]]
