"""An answer may be about a letter that waits for a second person. The triggers are let go meanwhile, as SQLite makes a
table anew for a new column, and then made again as they were."""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

HELD = import_module("kith.budget.migrations.0006_held_again")
STATUSES = [(1, "A first estimate"), (2, "Decided"), (3, "In use")]


def _status(model):
    return migrations.AlterField(model, "status", models.PositiveSmallIntegerField(choices=STATUSES))


def _about(model):
    key = models.ForeignKey(
        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="answers", to=f"budget.{model}"
    )
    return "answer", model, key


class Migration(migrations.Migration):
    dependencies = [("budget", "0006_held_again")]

    operations = [
        migrations.RunPython(HELD.let_go, HELD.hold),
        migrations.AlterField(*_about("decision")),
        migrations.AddField(*_about("proposal")),
        migrations.AddConstraint(
            "answer",
            models.CheckConstraint(
                name="answer_is_about_one",
                condition=models.Q(decision__isnull=True) ^ models.Q(proposal__isnull=True),
            ),
        ),
        _status("decision"),
        _status("proposal"),
        migrations.RunPython(HELD.hold, HELD.let_go),
    ]
