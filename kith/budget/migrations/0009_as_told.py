"""Who has no account tells their answer, and somebody writes it down: a no alone. The triggers are let go meanwhile, as
SQLite makes a table anew for a new constraint, and then made again as they were."""

from importlib import import_module

from django.db import migrations, models

HELD = import_module("kith.budget.migrations.0008_put_right")


class Migration(migrations.Migration):
    dependencies = [("budget", "0008_put_right")]

    operations = [
        migrations.RunPython(HELD.let_go, HELD.hold),
        migrations.AddField("answer", "as_told", models.BooleanField(default=False)),
        migrations.AddConstraint(
            "answer",
            models.CheckConstraint(
                name="answer_told_is_a_no",
                condition=models.Q(as_told=False) | models.Q(kind__in=["objection", "not so"]),
            ),
        ),
        migrations.RunPython(HELD.hold, HELD.let_go),
    ]
