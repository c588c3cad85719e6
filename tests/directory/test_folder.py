"""A folder of an export: services go in, and what is beside them is named and passed over."""

import json

from kith.access.actor import Actor
from kith.directory import actions
from kith.directory.models import Activity


def test_files_about_something_else_are_named_and_the_rest_goes_in(db, tmp_path):
    service = {"id": "s-1", "name": "Knit and natter", "status": "active", "description": "Wool and tea."}
    (tmp_path / "service.json").write_text(json.dumps(service))
    (tmp_path / "taxonomy.json").write_text(json.dumps({"id": "t-1", "name": "Crafts", "description": "Making"}))
    report = actions.import_directory(source_path=tmp_path, by=Actor.command_line())
    assert (report.created, [dict(each) for each in report.rejected]) == (
        1,
        [{"id": "taxonomy.json", "reason": "This file holds no services."}],
    )
    assert Activity.objects.get().name == "Knit and natter"
