from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('introductions', '0060_held_words'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='introduction',
            index=models.Index(condition=models.Q(('called_off_on__isnull', False)), fields=['id'], name='introduction_day_called_off'),
        ),
        migrations.AddIndex(
            model_name='introduction',
            index=models.Index(condition=models.Q(('ask_again_on__isnull', False), ('asked_again_on__isnull', True)), fields=['id'], name='introduction_to_ask_again'),
        ),
    ]
