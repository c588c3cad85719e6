"""A component's template declares its arguments in its first line; this reads and checks the declaration.

    {# arguments: title, kind="plain" #}
    {# kind: plain, start, quiet, private #}

The optional lines after it list the only values an argument may have. `**attributes` at the end
lets `hx_…`, `data_…` and `aria_…` arguments through to the element.
"""

import ast
import re
from dataclasses import dataclass

from django.template import TemplateSyntaxError

ARGUMENTS = re.compile(r"\A\{# arguments:(.*?)#\}")
CHOICES = re.compile(r"^\{# (\w+): (.*?) #\}$", re.MULTILINE)
PASSED_ON = ("hx_", "data_", "aria_")


@dataclass(frozen=True)
class Declaration:
    """What a component takes: names, defaults, allowed values, and whether attributes pass on."""

    component: str
    names: tuple
    defaults: dict
    choices: dict
    passes_on: bool

    def check_names(self, given):
        """Raise TemplateSyntaxError for an argument that is not declared or is missing."""
        for name in given:
            if name not in self.names and not self.goes_on(name):
                raise self._error(f"has no argument “{name}”")
        for name in self.names:
            if name not in given and name not in self.defaults:
                raise self._error(f"needs “{name}”")

    def check_values(self, values):
        """Raise TemplateSyntaxError for a value outside the listed ones."""
        for name, allowed in self.choices.items():
            if values[name] not in allowed:
                raise self._error(f"{name} “{values[name]}” is none of {', '.join(allowed)}")

    def goes_on(self, name):
        """May this argument go on to the element as an attribute?"""
        return self.passes_on and name.startswith(PASSED_ON)

    def _error(self, problem):
        takes = ", ".join(self.names) or "nothing"
        return TemplateSyntaxError(f"Component “{self.component}” {problem}. It takes: {takes}.")


def read_declaration(component, source):
    """Read the first lines of a component's template. Raises TemplateSyntaxError when there is none."""
    found = ARGUMENTS.match(source)
    if not found:
        raise TemplateSyntaxError(f"Component “{component}” does not begin with {{# arguments: … #}}.")
    signature = ast.parse(f"def c({found[1].strip()}): pass").body[0].args
    names = tuple(arg.arg for arg in signature.args)
    values = [ast.literal_eval(default) for default in signature.defaults]
    defaults = dict(zip(names[len(names) - len(values) :], values, strict=True))
    choices = {
        name: tuple(value.strip() for value in allowed.split(","))
        for name, allowed in CHOICES.findall(source)
        if name in names
    }
    return Declaration(component, names, defaults, choices, signature.kwarg is not None)
