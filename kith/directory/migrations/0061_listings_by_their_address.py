from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("directory", "0060_names_in_lists_of_our_own")]

    operations = [
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(Lower("email"), name="directory_by_address"),
        ),
    ]
