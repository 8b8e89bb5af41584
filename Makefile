# Everything a person does with Tandem. `make` alone lists it.

PORT ?= 8000
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
PYTEST_ARGS ?=
WORKERS ?= 2
NODE_READERS := ical.js@2.2.1 node-ical@0.26.1 ts-ics@2.4.6

.DEFAULT_GOAL := help
.PHONY: help setup run dev test test-postgres test-readers lint bench screenshots lock

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' Makefile

setup: $(VENV)/.stamp-dev  ## the environment for work on Tandem, in .venv

run: $(VENV)/.stamp-run  ## the site on http://127.0.0.1:8000/ (PORT=8000), with a demo athlete
	@$(BIN)/python -m tools.serve --port $(PORT)

dev: $(VENV)/.stamp-dev  ## the same with Django's own server, which reloads changed files and shows tracebacks
	@$(BIN)/python -c "from pathlib import Path; from tools.serve import write_secret; write_secret(Path('.secret-key'))"
	@$(BIN)/python manage.py migrate -v 0
	DEBUG=1 $(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

test: $(VENV)/.stamp-dev  ## all tests, in a real browser too (PYTEST_ARGS="-k word", WORKERS=4)
	@$(BIN)/python -m tools.browser
	$(BIN)/python -m pytest -n $(WORKERS) $(PYTEST_ARGS)

test-postgres: $(VENV)/.stamp-dev  ## all tests on PostgreSQL: DATABASE_URL, else the installed one, else one from a wheel
	@$(BIN)/python -m tools.browser
	@test -n "$$DATABASE_URL" || command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
		|| $(PIP) -r requirements-pgserver.txt
	$(BIN)/python -m tools.postgres $(PYTEST_ARGS)

test-readers: $(VENV)/.stamp-dev  ## the calendar feed in fifteen programs, those of Python and npm installed for it
	@$(PIP) -r requirements-readers.txt
	@if command -v npm >/dev/null; then npm install --silent --no-audit --no-fund --no-save --prefix .readers $(NODE_READERS); \
		else echo "npm is missing: the JavaScript readers take no part."; fi
	$(BIN)/python -m pytest -n $(WORKERS) tests/readers $(PYTEST_ARGS)

lint: export DATABASE_URL := sqlite://:memory:
lint: $(VENV)/.stamp-dev  ## style, types, templates, migrations and the settings of a deployment
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/python manage.py makemigrations --check --dry-run
	SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') HTTPS=1 ALLOWED_HOSTS=tandem.example \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

bench: $(VENV)/.stamp-dev  ## the figures of docs/performance.md
	$(BIN)/python -m tests.benchmarks

screenshots: $(VENV)/.stamp-dev  ## a picture of every screen, light and dark, in screenshots/
	@$(BIN)/python -m tools.browser
	$(BIN)/python -m tools.screenshots

lock: $(VENV)/.stamp-dev  ## new requirement files after a change of pyproject.toml (UPGRADE=--upgrade for newer releases)
	for group in dev "" postgres pgserver oracle readers; do \
		case $$group in dev) tested= ;; *) tested="--constraint requirements-dev.txt" ;; esac; \
		$(BIN)/uv pip compile pyproject.toml $${group:+--group $$group} $$tested --universal --python-version 3.11 --no-strip-extras \
			--generate-hashes --no-header --no-emit-index-url --quiet $(UPGRADE) \
			--output-file requirements$${group:+-$$group}.txt || exit 1; \
	done

# The environment. Stamps make the second call do nothing; the development environment holds all that running needs.

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Tandem needs Python 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) ..."
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.stamp-run: requirements.txt | $(BIN)/python
	@echo "Installing what running needs ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.stamp-dev: requirements-dev.txt | $(BIN)/python
	@echo "Installing what running and testing need ..."
	@$(PIP) -r requirements-dev.txt
	@touch $@ $(VENV)/.stamp-run
