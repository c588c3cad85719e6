"""A copy that was written down wrongly can be put right: who noticed, and what was wrong. What no constraint can say is
held by triggers: that it is the same letter word for word, put right once and not below what stood before it, that the
amount stands in its words, and that the individual had a week and does not say that it is not so."""

from importlib import import_module

import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


HELD = import_module("kith.budget.migrations.0006_held_again")
SAME_LETTER = "A copy is put right by the same letter, once, and not below what stood before it."
IN_ITS_WORDS = "The amount that is put right stands in the words of the letter."
NOT_SO = "The individual says that it is not so."
A_WEEK = "The individual has a week to say whether it is so."

KEPT = (
    "individual_id status paid_as decided_here decided_by written_by words written_on told_on starts_on pays_for why "
    "review_on total_from own_part_from their_part_from"
).split()
IS_SLIP = "NEW.basis = 'slip'"
IS_THE_SAME = " AND ".join(f"p.{name} IS NOT DISTINCT FROM NEW.{name}" for name in KEPT)
NOT_BELOW = "(p.previous_id IS NULL OR (" + " AND ".join(
    f"NEW.{name} >= p.was_{name}" for name in ("total_a_year", "their_part_a_year", "left_a_year")
) + "))"
IS_ANOTHER_LETTER = f"""{IS_SLIP} AND NOT EXISTS (SELECT 1 FROM budget_decision p
    WHERE p.id = NEW.previous_id AND p.basis <> 'slip' AND {IS_THE_SAME} AND {NOT_BELOW})"""


def _stands(name):
    return f"(REPLACE(NEW.words, ',', '') LIKE '%' || CAST(NEW.{name} / 100 AS TEXT) || '%')"


NOT_IN_ITS_WORDS = f"""{IS_SLIP} AND EXISTS (SELECT 1 FROM budget_decision p WHERE p.id = NEW.previous_id AND NOT (
    (NEW.total = p.total OR {_stands("total")}) AND (NEW.own_part <= p.own_part OR {_stands("own_part")})
    AND (NEW.their_part = NEW.total - NEW.own_part OR {_stands("their_part")})))"""
SAID_LAST = """COALESCE((SELECT a.kind FROM budget_answer a WHERE a.proposal_id = NEW.proposal_id
    AND a.kind IN ('so', 'not so') ORDER BY a.id DESC LIMIT 1), '')"""
THEY_SAY_NO = f"{IS_SLIP} AND {SAID_LAST} = 'not so'"
DAYS_SINCE = {
    "sqlite": "julianday(NEW.recorded_at) - julianday(q.proposed_at) < 7",
    "postgresql": "NEW.recorded_at < q.proposed_at + INTERVAL '7 days'",
}
COPIED = (*HELD.COPIED, "noticed_by", "what_was_wrong")
SAME_AS_PROPOSED = " AND ".join(f"q.{name} IS NOT DISTINCT FROM NEW.{name}" for name in COPIED)
WAS_NOT_PROPOSED = f"""NEW.proposal_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM budget_proposal q WHERE q.id = NEW.proposal_id AND {SAME_AS_PROPOSED}
    AND NOT EXISTS (SELECT 1 FROM budget_withdrawal w WHERE w.proposal_id = q.id))"""
NOT_FOR_NOTICE_ALONE = f"NOT ({HELD.BEFORE.TOO_LITTLE_NOTICE}) AND {WAS_NOT_PROPOSED}"


def when_written(vendor):
    """What may not be, with the sentence against it, for this kind of database."""
    too_soon = f"""{IS_SLIP} AND {SAID_LAST} = '' AND EXISTS (
        SELECT 1 FROM budget_proposal q WHERE q.id = NEW.proposal_id AND {DAYS_SINCE[vendor]})"""
    first, _, *others = HELD.WHEN_WRITTEN
    return (
        first,
        (NOT_FOR_NOTICE_ALONE, HELD.BEFORE.PROPOSED),
        *others,
        (IS_ANOTHER_LETTER, SAME_LETTER),
        (NOT_IN_ITS_WORDS, IN_ITS_WORDS),
        (THEY_SAY_NO, NOT_SO),
        (too_soon, A_WEEK),
    )


def hold(apps, schema_editor):
    HELD.BEFORE.make(schema_editor, when_written(schema_editor.connection.vendor))


def let_go(apps, schema_editor):
    HELD.BEFORE.drop(schema_editor, when_written(schema_editor.connection.vendor))


class Migration(migrations.Migration):

    dependencies = [
        ('budget', '0007_heard_at_once'),
        ('people', '0003_links_for_helpers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(HELD.let_go, HELD.hold),
        migrations.RemoveConstraint(
            model_name='decision',
            name='decision_lower_has_a_letter',
        ),
        migrations.RemoveConstraint(
            model_name='proposal',
            name='proposal_lower_has_a_letter',
        ),
        migrations.AddField(
            model_name='decision',
            name='noticed_by',
            field=models.CharField(blank=True, default='', max_length=200),
        ),
        migrations.AddField(
            model_name='decision',
            name='what_was_wrong',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='proposal',
            name='noticed_by',
            field=models.CharField(blank=True, default='', max_length=200),
        ),
        migrations.AddField(
            model_name='proposal',
            name='what_was_wrong',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AlterField(
            model_name='answer',
            name='kind',
            field=models.CharField(choices=[('objection', 'I do not agree'), ('instead', 'What I do instead now'), ('so', 'That is right'), ('not so', 'That is not so')], max_length=9),
        ),
        migrations.AlterField(
            model_name='decision',
            name='basis',
            field=models.CharField(blank=True, choices=[('letter', 'A letter of whoever decides'), ('request', 'They asked for it themselves, in writing'), ('slip', 'The copy before was written down wrongly')], default='', max_length=7),
        ),
        migrations.AlterField(
            model_name='proposal',
            name='basis',
            field=models.CharField(blank=True, choices=[('letter', 'A letter of whoever decides'), ('request', 'They asked for it themselves, in writing'), ('slip', 'The copy before was written down wrongly')], default='', max_length=7),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(('previous__isnull', True), models.Q(('total_a_year__gte', models.F('was_total_a_year')), ('their_part_a_year__gte', models.F('was_their_part_a_year')), ('left_a_year__gte', models.F('was_left_a_year')), ('status__gte', models.F('was_status')), models.Q(models.Q(('period', 'once'), _negated=True), ('was_period', 'once'), _connector='OR')), models.Q(('basis', 'letter'), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('words')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('written_by')), 0)), models.Q(('basis', 'request'), ('request_on__isnull', False), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('request_words')), 0)), models.Q(('basis', 'slip'), ('decided_here', False), ('previous__isnull', False), ('status', models.F('was_status')), ('was_decided_here', False), models.Q(models.Q(('period', 'once'), _negated=True), ('was_period', 'once'), _connector='OR'), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('words')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('noticed_by')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('what_was_wrong')), 0)), _connector='OR'), name='decision_lower_has_a_letter'),
        ),
        migrations.AddConstraint(
            model_name='decision',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('basis', 'slip'), _negated=True), models.Q(('basis', 'slip'), ('decided_here', False), ('previous__isnull', False), ('status', models.F('was_status')), ('was_decided_here', False), models.Q(models.Q(('period', 'once'), _negated=True), ('was_period', 'once'), _connector='OR'), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('words')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('noticed_by')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('what_was_wrong')), 0)), _connector='OR'), name='decision_slip_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(('previous__isnull', True), models.Q(('total_a_year__gte', models.F('was_total_a_year')), ('their_part_a_year__gte', models.F('was_their_part_a_year')), ('left_a_year__gte', models.F('was_left_a_year')), ('status__gte', models.F('was_status')), models.Q(models.Q(('period', 'once'), _negated=True), ('was_period', 'once'), _connector='OR')), models.Q(('basis', 'letter'), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('words')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('written_by')), 0)), models.Q(('basis', 'request'), ('request_on__isnull', False), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('request_words')), 0)), models.Q(('basis', 'slip'), ('decided_here', False), ('previous__isnull', False), ('status', models.F('was_status')), ('was_decided_here', False), models.Q(models.Q(('period', 'once'), _negated=True), ('was_period', 'once'), _connector='OR'), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('words')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('noticed_by')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('what_was_wrong')), 0)), _connector='OR'), name='proposal_lower_has_a_letter'),
        ),
        migrations.AddConstraint(
            model_name='proposal',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('basis', 'slip'), _negated=True), models.Q(('basis', 'slip'), ('decided_here', False), ('previous__isnull', False), ('status', models.F('was_status')), ('was_decided_here', False), models.Q(models.Q(('period', 'once'), _negated=True), ('was_period', 'once'), _connector='OR'), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('words')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('noticed_by')), 0), django.db.models.lookups.GreaterThan(django.db.models.functions.text.Length(django.db.models.functions.text.Trim('what_was_wrong')), 0)), _connector='OR'), name='proposal_slip_is_whole'),
        ),
        migrations.RunPython(hold, let_go),
    ]
