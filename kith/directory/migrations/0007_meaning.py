import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directory', '0006_open_feeds'),
    ]

    operations = [
        migrations.CreateModel(
            name='SearchMeaning',
            fields=[
                ('activity', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='search_meaning', serialize=False, to='directory.activity')),
                ('point', models.BinaryField()),
                ('latitude', models.FloatField(null=True)),
                ('longitude', models.FloatField(null=True)),
            ],
            options={
                'indexes': [models.Index(fields=['latitude', 'longitude'], name='directory_meanings_near')],
            },
        ),
    ]
