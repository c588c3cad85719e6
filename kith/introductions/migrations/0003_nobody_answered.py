"""One more kind of report: somebody rang, and nobody answered."""

from django.db import migrations, models

KINDS = [
    ("prepared", "We talked with them"),
    ("no answer", "Nobody answered"),
    ("agreed", "Said yes to the words"),
    ("not now", "Said not now"),
    ("not this time", "Not this time"),
    ("went", "Went"),
    ("went again", "Went again"),
    ("belongs", "Belongs there now"),
    ("welcomed", "They were welcoming"),
    ("ended", "Came to an end"),
]


class Migration(migrations.Migration):
    dependencies = [("introductions", "0002_opened_from")]

    operations = [
        migrations.AlterField(model_name="report", name="kind", field=models.CharField(choices=KINDS, max_length=13)),
    ]
