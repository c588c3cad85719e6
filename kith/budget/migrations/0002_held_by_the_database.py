"""What no constraint can say, as it looks at other rows: that a decision follows the one it names, as that one stands;
that a lower amount is the very one another person proposed and nobody took back, with as much notice as the organisation
gives; and that what was written down is never changed."""

from django.db import migrations

NEVER_CHANGED = ("decision", "proposal", "withdrawal", "assurance", "answer")
ADDED = "What was written about a Personal Budget is added to, never changed."
FOLLOWS = "A decision follows the one before it, as that one stands."
PROPOSED = "A lower amount is the very one that somebody else proposed, and nobody took back."
NOTICE = "A lower amount starts after as much notice as the organisation gives."
USUAL_NOTICE = 28

DOES_NOT_FOLLOW = """NEW.previous_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM budget_decision p WHERE p.id = NEW.previous_id AND p.individual_id = NEW.individual_id
    AND p.total_a_year = NEW.was_total_a_year AND p.their_part_a_year = NEW.was_their_part_a_year
    AND p.status = NEW.was_status AND p.period = NEW.was_period AND p.decided_here = NEW.was_decided_here)"""
WAS_NOT_PROPOSED = """NEW.proposal_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM budget_proposal q WHERE q.id = NEW.proposal_id AND q.individual_id = NEW.individual_id
    AND q.previous_id = NEW.previous_id AND q.proposed_by_id = NEW.proposed_by_id
    AND q.total = NEW.total AND q.own_part = NEW.own_part AND q.their_part = NEW.their_part
    AND q.period = NEW.period AND q.status = NEW.status AND q.starts_on = NEW.starts_on
    AND q.basis = NEW.basis AND q.words = NEW.words AND q.request_words = NEW.request_words
    AND NOT EXISTS (SELECT 1 FROM budget_withdrawal w WHERE w.proposal_id = q.id))"""
TOO_LITTLE_NOTICE = f"""NEW.decided_here AND NEW.notice_days IS NOT NULL AND NEW.notice_days <
    COALESCE((SELECT h.notice_days FROM budget_house h ORDER BY h.id DESC LIMIT 1), {USUAL_NOTICE})"""
WHEN_WRITTEN = ((DOES_NOT_FOLLOW, FOLLOWS), (WAS_NOT_PROPOSED, PROPOSED), (TOO_LITTLE_NOTICE, NOTICE))


def _in_sqlite(when_written):
    for number, (wrong, sentence) in enumerate(when_written):
        yield (
            f"CREATE TRIGGER budget_when_written_{number} BEFORE INSERT ON budget_decision WHEN {wrong} "
            f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
        )
    for table in NEVER_CHANGED:
        yield (
            f"CREATE TRIGGER budget_{table}_added_to BEFORE UPDATE ON budget_{table} "
            f"BEGIN SELECT RAISE(ABORT, '{ADDED}'); END"
        )


def _in_postgresql(when_written):
    checks = "\n".join(
        f"IF {wrong} THEN RAISE EXCEPTION '{sentence}' USING ERRCODE = '23000'; END IF;"
        for wrong, sentence in when_written
    )
    yield f"CREATE FUNCTION budget_when_written() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {checks} RETURN NEW; END$$"
    yield (
        "CREATE TRIGGER budget_when_written BEFORE INSERT ON budget_decision "
        "FOR EACH ROW EXECUTE FUNCTION budget_when_written()"
    )
    yield (
        "CREATE FUNCTION budget_added_to() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$BEGIN RAISE EXCEPTION '{ADDED}' USING ERRCODE = '23000'; END$$"
    )
    for table in NEVER_CHANGED:
        yield (
            f"CREATE TRIGGER budget_{table}_added_to BEFORE UPDATE ON budget_{table} "
            "FOR EACH ROW EXECUTE FUNCTION budget_added_to()"
        )


def make(schema_editor, when_written):
    """The triggers, for this database. Each of `when_written` is what may not be, and the sentence against it."""
    cursor = schema_editor.connection.cursor()
    in_words = _in_postgresql if schema_editor.connection.vendor == "postgresql" else _in_sqlite
    for statement in in_words(when_written):
        cursor.execute(statement)


def drop(schema_editor, when_written):
    """Lets all of them go."""
    is_postgresql = schema_editor.connection.vendor == "postgresql"
    cursor = schema_editor.connection.cursor()
    written = ["budget_when_written"] if is_postgresql else [f"budget_when_written_{n}" for n in range(len(when_written))]
    triggers = [(name, "decision") for name in written] + [(f"budget_{each}_added_to", each) for each in NEVER_CHANGED]
    for name, table in triggers:
        cursor.execute(f"DROP TRIGGER {name}" + (f" ON budget_{table}" if is_postgresql else ""))
    for name in ("budget_when_written", "budget_added_to") if is_postgresql else ():
        cursor.execute(f"DROP FUNCTION {name}()")


def hold(apps, schema_editor):
    make(schema_editor, WHEN_WRITTEN)


def let_go(apps, schema_editor):
    drop(schema_editor, WHEN_WRITTEN)


class Migration(migrations.Migration):
    dependencies = [("budget", "0001_initial")]

    operations = [migrations.RunPython(hold, let_go)]
