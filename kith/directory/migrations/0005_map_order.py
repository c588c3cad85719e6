"""The index in the order of the map, so that a search near a place reads only what is near."""

from django.db import migrations, models

from kith.directory.search.backends import KEY_BITS
from kith.directory.search.map_order import NOWHERE, spot_of

MAP_ORDER = """
CREATE VIRTUAL TABLE directory_search USING fts5(
    name, terms, body, facts, content = '', columnsize = 0, detail = column,
    tokenize = 'unicode61 remove_diacritics 0'
)
"""
FILL = f"""
INSERT INTO directory_search (rowid, name, terms, body, facts)
SELECT spot << {KEY_BITS} | activity_id, name_words, term_words, body_words, fact_words
FROM directory_searchdocument ORDER BY spot, activity_id
"""  # noqa: S608 - a number of ours
BEFORE = """
CREATE VIRTUAL TABLE directory_search USING fts5(
    name, terms, body, facts, tokenize = 'unicode61 remove_diacritics 0'
)
"""
FILL_BEFORE = """
INSERT INTO directory_search (rowid, name, terms, body, facts)
SELECT activity_id, name_words, term_words, body_words, fact_words FROM directory_searchdocument
"""
AT_ONCE = 500
SPOT = models.BigIntegerField(db_index=True, default=NOWHERE, help_text="Its place as one number, in the order of the map.")


def find_spots(apps, schema_editor):
    documents = apps.get_model("directory", "SearchDocument").objects
    batch = []
    for document in documents.iterator(AT_ONCE):
        point = None if document.latitude is None else (document.latitude, document.longitude)
        document.spot = spot_of(point)
        document.fact_words = " ".join(fact for fact in document.fact_words.split() if not _tells_a_place(fact))
        batch.append(document)
        if len(batch) == AT_ONCE:
            documents.bulk_update(batch, ["spot", "fact_words"])
            batch = []
    documents.bulk_update(batch, ["spot", "fact_words"])


def _tells_a_place(fact: str) -> bool:
    """Places were words before: “xf2874y2226”, “xg574y445”, “xnowhere”."""
    return fact == "xnowhere" or (fact[:2] in ("xf", "xg") and fact[2:3].isdigit())


def in_map_order(apps, schema_editor):
    _make_anew(schema_editor, MAP_ORDER, FILL)


def as_it_was(apps, schema_editor):
    _make_anew(schema_editor, BEFORE, FILL_BEFORE)


def _make_anew(schema_editor, *statements):
    if schema_editor.connection.vendor == "sqlite":
        for statement in ("DROP TABLE directory_search", *statements):
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("directory", "0004_locality")]

    operations = [
        migrations.AddField("searchdocument", "spot", SPOT, preserve_default=False),
        migrations.RunPython(find_spots, migrations.RunPython.noop),
        migrations.RunPython(in_map_order, as_it_was),
    ]
