"""Others who read FHIR: the library of its classes, the schema that HL7 gives out, and a reader in another language."""

import json
import os
import shutil
from functools import cache
from pathlib import Path

import pytest

from tests.second_readers import read_by_node

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
SCHEMA = SHARED / "fhir" / "fhir-r4-subset.schema.json"
RUNNER = SHARED / "runners" / "fhir_r4.mjs"
MODULES = Path(os.environ.get("FHIR_R4_JS", RUNNER.parent)) / "node_modules"  # with @medplum in it

needs_schema = pytest.mark.skipif(
    not SCHEMA.is_file(), reason="the schema of FHIR R4 is not here: shared/data/fhir beside the project"
)
needs_second_reader = pytest.mark.skipif(
    not (shutil.which("node") and RUNNER.is_file() and (MODULES / "@medplum").is_dir()),
    reason="node, fhir_r4.mjs or @medplum/core is not here: name the folder with node_modules in FHIR_R4_JS",
)


def as_read(bundle: dict) -> dict:
    """What the library of FHIR's classes understood, written out again."""
    from fhir.resources.R4B.bundle import Bundle

    return json.loads(Bundle.model_validate(bundle).model_dump_json())


@cache
def _schema():
    import jsonschema

    definitions = json.loads(SCHEMA.read_text())["definitions"]
    kinds = {name for name, found in definitions.items() if "resourceType" in found.get("properties", {})}
    return {
        kind: jsonschema.Draft6Validator({"$ref": f"#/definitions/{kind}", "definitions": definitions})
        for kind in kinds
    }


def faults_by_schema(bundle: dict) -> list[str]:
    """Whatever the schema finds wrong, each resource against its own kind so that a fault is told where it stands."""
    found = [bundle | {"entry": []}, *(entry["resource"] for entry in bundle["entry"])]
    return [
        f"{each['resourceType']}: {fault.message[:200]}"
        for each in found
        for fault in _schema()[each["resourceType"]].iter_errors(each)
        if each["resourceType"] != "Bundle" or "entry" not in fault.path
    ]


def read_by_another(bundle: dict, folder: Path) -> tuple[int, str]:
    """How the reader in the other language ended, and what it said."""
    (folder / "plan.json").write_text(json.dumps(bundle))
    script = folder / "fhir_r4.mjs"
    script.write_text(RUNNER.read_text())
    (folder / "node_modules").symlink_to(MODULES)
    told = read_by_node(script, folder / "plan.json", at_most=60)
    return told.returncode, told.stdout + told.stderr
