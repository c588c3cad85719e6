from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0040_own_words")]

    operations = [
        migrations.AddIndex(
            model_name="organisation",
            index=models.Index(fields=["source", "external_id"], name="directory_organisation_by_id"),
        )
    ]
