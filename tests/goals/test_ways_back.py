"""Ways back from what was pressed or typed by mistake, and from three goals at once."""

from datetime import date

from kith.goals import actions, queries
from kith.goals.models import Result

from .test_pages import of, place, words_of


def test_a_mistyped_result_is_taken_out_and_kept(own, cast, run):
    for day, value in [(2, "31:10"), (9, "2:40"), (9, "27:40")]:
        actions.add_result(goal=run, value=value, on=date(2026, 9, day), by=cast.as_individual)
    wrong = Result.objects.get(value_words="2:40")
    assert "Best so far: <strong>2:40</strong>" in words_of(own.get(of("goal_page", cast, run)))
    for _ in range(2):
        own.post(place("take_back_result", cast, goal=run.public_id, result=wrong.public_id))
    page = words_of(own.get(of("goal_page", cast, run)))
    assert "Taken out: 2:40." in page
    assert "Best so far: <strong>27:40</strong>" in page
    assert "Take this out: 2:40" not in page
    assert queries.best_result(run).value_words == "27:40"
    wrong.refresh_from_db()
    assert wrong.taken_back_at
    told_again = actions.add_result(goal=run, value="2:40", on=date(2026, 9, 9), by=cast.as_individual)
    assert told_again != wrong


def test_a_result_is_taken_out_by_the_two_alone(client, cast, run):
    result = actions.add_result(goal=run, value="2:40", by=cast.as_individual)
    address = place("take_back_result", cast, goal=run.public_id, result=result.public_id)
    for user, answer in [(cast.stranger, 404), (cast.manager, 404), (cast.worker, 302)]:
        client.force_login(user)
        assert client.post(address).status_code == answer
    assert client.post(address.replace(result.public_id, "nothing")).status_code == 404
    result.refresh_from_db()
    assert result.taken_back_at


def test_of_two_results_on_one_day_one_has_words_in_the_line_and_both_are_told(own, cast, run):
    for day, value in [(2, "31:10"), (9, "28:40"), (9, "27:40")]:
        actions.add_result(goal=run, value=value, on=date(2026, 9, day), by=cast.as_individual)
    page = words_of(own.get(of("goal_page", cast, run)))
    line = page[page.index("<svg viewBox") : page.index("The same in words")]
    assert [value in line.split("<polyline")[1] for value in ("31:10", "28:40", "27:40")].count(True) == 2
    for value in ("31:10", "28:40", "27:40"):
        assert f"<h3>{value}</h3>" in page
