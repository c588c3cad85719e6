"""The letter itself, as pages; and that nothing of all that was written down can be taken out by itself: what erases one
individual’s rows is begun by two people, and ends when nothing is left. The next migration holds that."""

import django.db.models.deletion
import kith.access.public_ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('budget', '0009_as_told'),
        ('people', '0004_the_page_that_stays'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Scan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', kith.access.public_ids.PublicIdField(default=kith.access.public_ids.new_public_id, editable=False, max_length=40, unique=True)),
                ('pages', models.PositiveSmallIntegerField()),
                ('kept_at', models.DateTimeField()),
                ('decision', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scans', to='budget.decision')),
                ('kept_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='scans', to='budget.proposal')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ScanTakenOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('taken_out_at', models.DateTimeField()),
                ('scan', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='taken_out', to='budget.scan')),
                ('taken_out_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Erasing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('because', models.TextField()),
                ('begun_at', models.DateTimeField()),
                ('agreed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('individual', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.individual')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('begun_by', models.F('agreed_by')), _negated=True), name='erasing_by_two_people')],
            },
        ),
        migrations.AddConstraint(
            model_name='scan',
            constraint=models.CheckConstraint(condition=models.Q(('decision__isnull', True), ('proposal__isnull', True), _connector='XOR'), name='scan_is_of_one'),
        ),
    ]
