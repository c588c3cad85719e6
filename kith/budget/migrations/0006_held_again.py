"""The triggers of the second migration again, and more of them: what is left is compared too; a decision that was
proposed is the proposal in every column; and that somebody else decides from now on takes two people, as less is asked
of a lower amount then."""

from importlib import import_module

from django.db import migrations

BEFORE = import_module("kith.budget.migrations.0002_held_by_the_database")
TWO_PEOPLE = "That somebody else decides is written down by two people."
COMPARED = ("total_a_year", "their_part_a_year", "left_a_year", "status", "period", "decided_here")
COPIED = (
    "individual_id previous_id proposed_by_id total own_part their_part total_from own_part_from their_part_from period "
    "total_a_year their_part_a_year left_a_year status paid_as decided_here decided_by written_by words written_on "
    "told_on starts_on pays_for why review_on basis request_words request_on looked_again_on need_changed how_met "
    "who_involved advocate_offered notice_on notice_days how_to_challenge was_total_a_year was_their_part_a_year "
    "was_left_a_year was_status was_period was_decided_here"
).split()
SAME_AS_BEFORE = " AND ".join(f"p.{name} = NEW.was_{name}" for name in COMPARED)
DOES_NOT_FOLLOW = f"""NEW.previous_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM budget_decision p WHERE p.id = NEW.previous_id AND p.individual_id = NEW.individual_id
    AND {SAME_AS_BEFORE})"""
SAME_AS_PROPOSED = " AND ".join(f"q.{name} IS NOT DISTINCT FROM NEW.{name}" for name in COPIED)
WAS_NOT_PROPOSED = f"""NEW.proposal_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM budget_proposal q WHERE q.id = NEW.proposal_id AND {SAME_AS_PROPOSED}
    AND NOT EXISTS (SELECT 1 FROM budget_withdrawal w WHERE w.proposal_id = q.id))"""
HANDED_OVER_ALONE = """NEW.was_decided_here AND NOT NEW.decided_here AND (NEW.proposal_id IS NULL
    OR NEW.proposed_by_id IS NULL OR NEW.proposed_by_id = NEW.recorded_by_id)"""
NOT_FOR_NOTICE_ALONE = f"NOT ({BEFORE.TOO_LITTLE_NOTICE}) AND {WAS_NOT_PROPOSED}"  # each row breaks on one sentence
WHEN_WRITTEN = (
    (DOES_NOT_FOLLOW, BEFORE.FOLLOWS),
    (NOT_FOR_NOTICE_ALONE, BEFORE.PROPOSED),
    (BEFORE.TOO_LITTLE_NOTICE, BEFORE.NOTICE),
    (HANDED_OVER_ALONE, TWO_PEOPLE),
)


def hold(apps, schema_editor):
    BEFORE.make(schema_editor, WHEN_WRITTEN)


def let_go(apps, schema_editor):
    BEFORE.drop(schema_editor, WHEN_WRITTEN)


class Migration(migrations.Migration):
    dependencies = [("budget", "0005_less_for_them")]

    operations = [migrations.RunPython(hold, let_go)]
