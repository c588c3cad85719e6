import django.db.models.deletion
import kith.access.public_ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0007_meaning'),
    ]

    operations = [
        migrations.CreateModel(
            name='Paper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', kith.access.public_ids.PublicIdField(default=kith.access.public_ids.new_public_id, editable=False, max_length=40, unique=True)),
                ('called', models.CharField(help_text="The file's own name, to tell it from others.", max_length=200)),
                ('handed_in_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('waiting', 'Being read'), ('read', 'Ready to be looked at'), ('not_read', 'Could not be read'), ('done', 'On the table'), ('gone', 'Thrown away')], default='waiting', max_length=10)),
                ('problem', models.CharField(blank=True, help_text='The sentence that says why it was not read.', max_length=300)),
                ('found', models.JSONField(blank=True, default=dict, help_text='{field: {"value", "words", "sure"}}')),
                ('activity', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='papers', to='directory.activity')),
            ],
            options={
                'ordering': ['-handed_in_at', '-pk'],
            },
        ),
    ]
