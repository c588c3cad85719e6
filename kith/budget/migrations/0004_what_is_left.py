"""What is left after what the person pays is kept with each decision, so that a larger own part counts as less.

The triggers are let go first: SQLite makes a table anew for each new column. The sixth migration makes them again.
"""

from importlib import import_module

from django.db import migrations, models

TIMES_A_YEAR = {"week": 52, "four weeks": 13, "year": 1, "once": 1}
BEFORE = import_module("kith.budget.migrations.0002_held_by_the_database")


def reckon(apps, schema_editor):
    """What was written before this was asked of anybody stays as it is: where the own part alone became larger, it is
    kept as nothing less, as one person alone was let to write it."""
    for name in ("Decision", "Proposal"):
        rows = apps.get_model("budget", name).objects
        for period, times in TIMES_A_YEAR.items():
            left = (models.F("total") - models.F("own_part")) * times
            rows.filter(period=period).update(left_a_year=left)
    for name in ("Decision", "Proposal"):
        for row in apps.get_model("budget", name).objects.filter(previous__isnull=False).select_related("previous"):
            is_of_two = name == "Proposal" or row.proposal_id is not None
            row.was_left_a_year = row.previous.left_a_year if is_of_two else min(row.previous.left_a_year, row.left_a_year)
            row.save(update_fields=["was_left_a_year"])


def _field(name, field):
    return [migrations.AddField(model, name, field, preserve_default=False) for model in ("decision", "proposal")]


class Migration(migrations.Migration):
    dependencies = [("budget", "0003_changes_of_support")]

    operations = [
        migrations.RunPython(BEFORE.let_go, BEFORE.hold),
        *_field("left_a_year", models.BigIntegerField(default=0)),
        *_field("was_left_a_year", models.BigIntegerField(null=True, blank=True)),
        migrations.RunPython(reckon, migrations.RunPython.noop),
    ]
