"""No row of what was written about a Personal Budget is deleted, or put in another's place, but where everything of that
individual is being erased: then a row of `budget_erasing` stands, which two people put there, and which goes only when
nothing is left. Emptying a whole table at once (TRUNCATE, on PostgreSQL) makes no amount lower, and is left alone."""

from importlib import import_module

from django.db import migrations

ADDED = import_module("kith.budget.migrations.0002_held_by_the_database").ADDED
STAYS = "What was written about a Personal Budget stays, until all of it is erased by two people."
NOT_YET = "It is erased altogether, or not at all."
ONE_AT_A_TIME = "This is being erased: nothing is added to it."

OF_A_LETTER = """COALESCE((SELECT d.individual_id FROM budget_decision d WHERE d.id = {row}.decision_id),
    (SELECT p.individual_id FROM budget_proposal p WHERE p.id = {row}.proposal_id))"""
WHOSE = {
    "decision": "{row}.individual_id",
    "proposal": "{row}.individual_id",
    "assurance": "{row}.individual_id",
    "withdrawal": "(SELECT p.individual_id FROM budget_proposal p WHERE p.id = {row}.proposal_id)",
    "answer": OF_A_LETTER,
    "scan": OF_A_LETTER,
    "scantakenout": f"(SELECT {OF_A_LETTER.format(row='s')} FROM budget_scan s WHERE s.id = {{row}}.scan_id)",
}
ONCE = {  # what another row may not have as well: on SQLite, INSERT OR REPLACE would put the new one in its place
    "decision": ("id", "public_id", "previous_id", "proposal_id"),
    "proposal": ("id", "public_id"),
    "assurance": ("id", "public_id", "no_longer_id"),
    "withdrawal": ("id", "proposal_id"),
    "answer": ("id", "public_id"),
    "scan": ("id", "public_id"),
    "scantakenout": ("id", "scan_id"),
    "erasing": ("id", "individual_id"),
}
IS_THE_FIRST_TOO = " OR (NEW.previous_id IS NULL AND o.previous_id IS NULL AND o.individual_id = NEW.individual_id)"
NEVER_CHANGED = ("scan", "scantakenout", "erasing")  # the others are held so by the second migration


def _erased(table, row):
    return f"EXISTS (SELECT 1 FROM budget_erasing e WHERE e.individual_id = {WHOSE[table].format(row=row)})"


def _something_is_left():
    rows = (f"EXISTS (SELECT 1 FROM budget_{table} o WHERE {WHOSE[table].format(row='o')} = OLD.individual_id)"
            for table in WHOSE)
    return " OR ".join(rows)


def _in_anothers_place(table):
    same = " OR ".join(f"o.{name} = NEW.{name}" for name in ONCE[table])
    first = IS_THE_FIRST_TOO if table == "decision" else ""
    return f"EXISTS (SELECT 1 FROM budget_{table} o WHERE {same}{first})"


def _held(vendor):
    """Each trigger: its name, its table, what it comes before, when it speaks, and what it says."""
    for table in WHOSE:
        yield f"budget_{table}_stays", table, "DELETE", f"NOT {_erased(table, 'OLD')}", STAYS
        yield f"budget_{table}_not_now", table, "INSERT", _erased(table, "NEW"), ONE_AT_A_TIME
    yield "budget_erasing_is_whole", "erasing", "DELETE", _something_is_left(), NOT_YET
    for table in NEVER_CHANGED:
        yield f"budget_{table}_added_to", table, "UPDATE", "1 = 1", ADDED
    for table in ONCE if vendor == "sqlite" else ():
        yield f"budget_{table}_not_over", table, "INSERT", _in_anothers_place(table), ADDED


def _made(vendor, name, table, before, when, says):
    if vendor == "sqlite":
        yield f"CREATE TRIGGER {name} BEFORE {before} ON budget_{table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{says}'); END"
        return
    passes = "OLD" if before == "DELETE" else "NEW"
    yield (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN IF {when} THEN "
        f"RAISE EXCEPTION '{says}' USING ERRCODE = '23000'; END IF; RETURN {passes}; END$$"
    )
    yield f"CREATE TRIGGER {name} BEFORE {before} ON budget_{table} FOR EACH ROW EXECUTE FUNCTION {name}()"


def hold(apps, schema_editor):
    vendor, cursor = schema_editor.connection.vendor, schema_editor.connection.cursor()
    for each in _held(vendor):
        for statement in _made(vendor, *each):
            cursor.execute(statement)


def let_go(apps, schema_editor):
    vendor, cursor = schema_editor.connection.vendor, schema_editor.connection.cursor()
    for name, table, *_ in _held(vendor):
        cursor.execute(f"DROP TRIGGER {name}" + ("" if vendor == "sqlite" else f" ON budget_{table}"))
        if vendor != "sqlite":
            cursor.execute(f"DROP FUNCTION {name}()")


class Migration(migrations.Migration):
    dependencies = [("budget", "0010_the_letter_itself")]

    operations = [migrations.RunPython(hold, let_go)]
