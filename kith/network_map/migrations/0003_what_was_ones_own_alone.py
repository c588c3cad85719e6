"""What was said while the individual kept it to themself is marked, so that it stays theirs."""

from django.db import migrations, models


def mark_what_is_kept_now(apps, schema_editor):
    """Of rows from before the mark nobody knows what was kept when: all of what is kept now stays with the individual."""
    Before = apps.get_model("network_map", "Before")
    Before.objects.filter(connection__is_mine_alone=True).update(was_mine_alone=True)


class Migration(migrations.Migration):
    dependencies = [("network_map", "0002_what_brought_it_stays")]

    operations = [
        migrations.AddField("before", "was_mine_alone", models.BooleanField(default=False)),
        migrations.RunPython(mark_what_is_kept_now, migrations.RunPython.noop),
    ]
