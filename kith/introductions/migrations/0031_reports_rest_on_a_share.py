"""What was told before rests on the yes of its introduction, as it always did."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def rest_on_the_yes(apps, schema_editor):
    Introduction = apps.get_model("introductions", "Introduction")
    Report = apps.get_model("introductions", "Report")
    share = Introduction.objects.filter(pk=OuterRef("introduction_id")).values("share_id")[:1]
    Report.objects.filter(introduction__share__isnull=False).update(share_id=Subquery(share))
    told = Report.objects.filter(kind__in=("prepared", "wrote"), share__isnull=False)
    told.exclude(introduction__says="no name").update(names_them=True)


class Migration(migrations.Migration):

    dependencies = [
        ('introductions', '0030_what_may_be_said'),
    ]

    operations = [
        migrations.RunPython(rest_on_the_yes, migrations.RunPython.noop),
    ]
