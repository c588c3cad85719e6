"""What is counted while Kith is served. Every process counts in files of its own, and `/metrics` adds them up.

No label comes from a visitor: a route is the name of an address, never the address itself."""

from prometheus_client import Counter, Gauge, Histogram

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
SECONDS = (0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)

ANSWERED = Counter("kith_requests", "Requests answered.", ["route", "method", "status"])
TAKEN = Histogram("kith_request_seconds", "How long an answer took.", ["route"], buckets=SECONDS)
TURNED_AWAY = Counter("kith_turned_away", "Requests for a record that is there and not the visitor's.", ["route"])
DATABASE_ERRORS = Counter("kith_database_errors", "Errors of the database that were told in the log.")
ANSWERING = Gauge("kith_web_processes", "Processes that answer.", multiprocess_mode="livesum")


def count_answer(*, route: str, method: str, status: int, seconds: float, turned_away: bool) -> None:
    """One request, once it is answered."""
    known = method if method in METHODS else "other"
    ANSWERED.labels(route, known, f"{status // 100}xx").inc()
    TAKEN.labels(route).observe(seconds)
    if turned_away:
        TURNED_AWAY.labels(route).inc()


def count_problem(problem: object) -> None:
    """An error that the log was told of, where it came from the database."""
    from django.db import DatabaseError

    if isinstance(problem, DatabaseError):
        DATABASE_ERRORS.inc()
