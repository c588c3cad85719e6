"""The full-text index over the search documents, in the way of each database."""

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE directory_search USING fts5(
    name, terms, body, facts, tokenize = 'unicode61 remove_diacritics 0'
)
"""

POSTGRESQL = [
    """
    ALTER TABLE directory_searchdocument ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', name_words), 'A') ||
        setweight(to_tsvector('simple', term_words), 'B') ||
        setweight(to_tsvector('simple', body_words), 'C') ||
        setweight(to_tsvector('simple', fact_words), 'D')
    ) STORED
    """,
    "CREATE INDEX directory_search_words ON directory_searchdocument USING gin (words)",
]


def build(apps, schema_editor):
    statements = POSTGRESQL if schema_editor.connection.vendor == "postgresql" else [SQLITE]
    for statement in statements:
        schema_editor.execute(statement)


def take_away(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE directory_searchdocument DROP COLUMN words")
    else:
        schema_editor.execute("DROP TABLE directory_search")


class Migration(migrations.Migration):
    dependencies = [("directory", "0001_initial")]

    operations = [migrations.RunPython(build, take_away)]
