"""The forms that come with Kith are here from the beginning, and can be retired like any other."""

from pathlib import Path

from django.db import migrations
from django.utils import timezone

OURS = Path(__file__).parents[1] / "ours"
FORMS = ["about-me", "first-visit", "personal-budget-review"]


def bring_in(apps, schema_editor):
    from kith.questionnaires.bringing import columns_of

    kept = apps.get_model("questionnaires", "AgencyForm")
    for name in FORMS:
        told = columns_of((OURS / f"{name}.json").read_text(encoding="utf-8"), by="Kith", at=timezone.now())
        named = {"url": told.pop("url"), "version": told.pop("version")}
        kept.objects.get_or_create(**named, defaults=told)


class Migration(migrations.Migration):

    dependencies = [("questionnaires", "0001_initial")]

    operations = [migrations.RunPython(bring_in, migrations.RunPython.noop)]
