"""What a run of the cluster came to, as a page: docs/benchmarks/cluster.md."""

from datetime import date
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks" / "cluster.md"
WORDS = """# A cluster that loses a machine

`make soak-cluster` writes this page; last on {day}. Two databases in step (Patroni, a synchronous standby), a witness,
HAProxy and pgbouncer from the files in `deploy/cluster`, two Kith that serve pages and one clock, all on one machine
with two processors and each in a network of its own. Four people write without a pause; a letter is posted five times
a second. Times are long where the machine is busy with other things.

| what was lost | saved again after | allowed | once it was back: all in step again after |
| --- | --- | --- | --- |
{changes}

| what | figure | bar |
| --- | --- | --- |
| messages that a page called saved | {saved:,} | |
| of those lost; there twice; without a line in the trail | {lost}; {there_twice}; {without_a_line} | 0; 0; 0 |
| the trail's chains | {chains} | they hold |
| pages that said “we are not sure that was saved” | {sorry:,} | |
| of those without the words that were typed | {sorry_without_words} | 0 |
| pages of HAProxy itself: go back and send it again, with numbers to ring | {away:,} | |
| any other answer to whoever wrote | {other} | |
| the longest that somebody waited for any answer | {longest_wait:.1f} s | |
| letters that were called kept | {letters[kept]:,} | |
| of those lost; that did not arrive | {letters[lost]}; {letters[not_arrived]} | 0; 0 |
| of those that arrived twice; without saying that they may | {letters[twice]}; {letters[twice_and_not_said]} | ; 0 |
| “Help now”, asked for all the time: answers | {help}; the slowest {help_longest:.1f} s | all 200 |
| open feeds: answers | {feed} | |
| how often the replica was left alone, in words in the log | {replica_left_alone} | |

{verdict}
"""


def write_table(told: dict, held: bool) -> None:
    """The whole page, afresh."""
    changes = "\n".join(
        f"| {each['what']} | {each['writable_after']:.1f} s | 15 s | {each['in_step_after']:.1f} s |"
        for each in told["changes"]
    )
    answers = {
        name: ", ".join(f"{count:,} × {status}" for status, count in told[name].items()) for name in ("help", "feed")
    }
    others = ", ".join(f"{count} × {what}" for what, count in told["other_answers"].items())
    chains = "they hold" if not told["trail"] else f"{len(told['trail'])} broken"
    verdict = "It held." if held else "It did not hold."
    more = {
        "other": others or "none",
        "day": f"{date.today():%-d %B %Y}",
        "changes": changes,
        "chains": chains,
        "verdict": verdict,
    }
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(WORDS.format(**told | answers | more))
