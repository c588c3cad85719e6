from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('introductions', '0031_reports_rest_on_a_share'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind__in', ('agreed', 'wrote', 'in writing')), _negated=True), ('share__isnull', False), _connector='OR'), name='a_yes_or_a_letter_has_its_share'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('names_them', False), ('share__isnull', False), _connector='OR'), name='nobody_is_named_without_a_share'),
        ),
    ]
