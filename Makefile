# Everything a newcomer types. Each target works on its own, twice in a row, and offline once installed.

PORT ?= 8000
BIN := .venv/bin
# What Python has read once it keeps in .venv, also on a machine that is told to keep nothing: without it every process
# of the tests reads 1,400 files afresh, and every worker rewrites all tests.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.venv/read-once
export PYTHONDONTWRITEBYTECODE :=
TEMPLATES = $(shell git ls-files 'kith/*.html')

.PHONY: help setup setup-dev run test test-postgres check audit fix bench soak soak-cluster lock

help:            ## this list
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1\t/p' Makefile | expand -t 16

setup:           ## install what Kith needs to run
	@scripts/install run

setup-dev:
	@scripts/install dev

run: setup       ## build the demo neighbourhood and serve it: PORT=9000 make run
	@exec $(BIN)/kith demo --port $(PORT)

test: setup-dev  ## every test on SQLite, the browser's too
	@KITH_BROWSER="$$(scripts/browser)" && export KITH_BROWSER && \
	  exec $(BIN)/python -m pytest -n 2 --dist worksteal -m "not bench and not soak"

test-postgres: setup-dev ## those that ask for the database, without the browser, on a PostgreSQL of its own
	@exec scripts/with-postgres $(BIN)/python -m pytest -n 2 --dist worksteal -m "database and not bench and not soak and not browser"

check: setup-dev ## format, lint, types, imports, migrations, templates, licences
	@exec scripts/check

audit: setup-dev ## what is known to be unsafe, in our code and in the libraries; asks a service where it can
	@exec scripts/audit

fix: setup-dev   ## put right what can be put right by itself
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format .
	@test -z "$(TEMPLATES)" || $(BIN)/djade --target-version 5.2 $(TEMPLATES)

bench: setup-dev ## measures, and writes docs/benchmarks.md: all of it, or PART="pages writes" of it; SIZE=--large takes hours
	@KITH_BROWSER="$$(scripts/browser)" && export KITH_BROWSER && exec $(BIN)/python -m benchmarks $(PART) $(SIZE)

soak: setup-dev  ## a bounded run under load, with a killed process, on this machine only
	@$(BIN)/python -m pytest -m "soak and not fault" && $(BIN)/python -m benchmarks.soak && $(BIN)/python -m benchmarks.kills 200 \
	&& $(BIN)/python -m benchmarks.months_killed 200 \
	&& $(BIN)/python -m benchmarks.killed_clock "$${SOAK_SECONDS:-30}" && exec scripts/faults

soak-cluster: setup-dev ## a cluster in networks of its own: a primary killed, cut off and healed, under load; as root
	@exec $(BIN)/python -m benchmarks cluster

lock: setup-dev  ## choose versions afresh: the only target that needs the network every time
	@exec scripts/lock
