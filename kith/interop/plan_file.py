"""The plan as files: one page that stands by itself, and FHIR for another system."""

import json
from pathlib import Path

from django.template.loader import render_to_string

from kith.people.printing import size_for

from .fhir import bundle_of
from .prsb import parts_of
from .queries.whole import Whole

STYLE = Path(__file__).with_suffix(".css")
CONTENT_TYPES = {"prsb": "text/html; charset=utf-8", "fhir": "application/fhir+json; charset=utf-8"}
NAMES = {"prsb": "plan.html", "fhir": "plan.json"}  # they tell nothing


def file_of(whole: Whole, shape: str) -> str:
    """The whole file in one of the two shapes."""
    return as_page(whole) if shape == "prsb" else as_fhir(whole)


def as_fhir(whole: Whole) -> str:
    """The bundle, laid out so that a person can read it too."""
    return json.dumps(bundle_of(whole), indent=2, ensure_ascii=False) + "\n"


def as_page(whole: Whole) -> str:
    """A page without scripts that asks for nothing from anywhere: its style stands inside."""
    context = {"individual": whole.individual, "parts": parts_of(whole), "at": whole.at}
    page = render_to_string("interop/plan_file.html", context | {"size": size_for(whole.individual)})
    style = f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n"
    return page.replace("</head>", f"{style}</head>", 1)
