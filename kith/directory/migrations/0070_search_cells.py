"""The listings of each cell of the map side by side, so that a search near a place reads only those."""

from django.db import migrations, models

from kith.directory.search.cells import row_of
from kith.directory.search.packed import packed

AT_ONCE = 500
WORDS = ("name_words", "term_words", "body_words", "fact_words", "latitude", "longitude")


def fill(apps, schema_editor):
    """In the order of the map: the listings of one row of the table come one after another, or nearly so."""
    documents = apps.get_model("directory", "SearchDocument").objects
    cells = apps.get_model("directory", "SearchCell").objects
    held = {}
    places = documents.values_list("pk", "latitude", "longitude")
    for key, latitude, longitude in places.order_by("pk").iterator(chunk_size=10_000):
        held.setdefault(_row(key, latitude, longitude), []).append(key)
    for number, keys in sorted(held.items()):
        listings = [each for start in range(0, len(keys), AT_ONCE) for each in _those(documents, keys, start)]
        heads, words = packed(listings)
        cells.create(number=number, heads=heads, words=words)


def _row(key, latitude, longitude):
    return row_of(None if latitude is None or longitude is None else (latitude, longitude), key)


def _those(documents, keys, start):
    some = documents.filter(pk__in=keys[start : start + AT_ONCE]).select_related("activity").order_by("pk")
    return some.only(*WORDS, "activity__last_checked_on")


class Migration(migrations.Migration):
    dependencies = [("directory", "0061_listings_by_their_address")]

    operations = [
        migrations.CreateModel(
            name="SearchCell",
            fields=[
                (
                    "number",
                    models.BigIntegerField(
                        help_text="The cell, and which listings of it.", primary_key=True, serialize=False
                    ),
                ),
                ("heads", models.BinaryField()),
                ("words", models.BinaryField()),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
