# Everything happens in .venv; each target does its own set-up and is quick the second time.
PYTHON ?= python3
PIP = .venv/bin/pip --disable-pip-version-check --quiet
# Tests wait for answers: one more at a time than there are cores, where those are two.
JOBS ?= 3

.DEFAULT_GOAL := help
.PHONY: help install run test check chaos bench format texts clean

help:  ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name it with make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv

.venv/run-ready: .venv/bin/pip pyproject.toml constraints.txt
	@echo "Installing what the bot needs (once)…"
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

.venv/test-ready: .venv/run-ready
	@echo "Installing what the tests need (once)…"
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $@

install: .venv/test-ready  ## Make .venv with everything

run: .venv/run-ready  ## Start: on Telegram with BOT_TOKEN in .env, else the playground
	@.venv/bin/galateo run

test: check  ## The whole suite
	.venv/bin/pytest -n $(JOBS) --dist loadgroup -m "not chaos and not benchmark"

check: .venv/test-ready  ## Format, lint, types, repeated code, guides, facts and translations
	.venv/bin/ruff format --check --quiet bot tests
	.venv/bin/ruff check --quiet bot tests
	.venv/bin/mypy --no-error-summary
	.venv/bin/pylint --disable=all --enable=duplicate-code --min-similarity-lines=8 --score=n bot
	.venv/bin/galateo check

chaos: .venv/test-ready  ## The long crash, flood and hostility tests
	LONG=1 .venv/bin/pytest -m "chaos or hostile" --timeout 900

bench: .venv/test-ready  ## Timings and memory
	.venv/bin/pytest -m benchmark -s

format: .venv/test-ready  ## Put code in shape
	.venv/bin/ruff format --quiet bot tests
	.venv/bin/ruff check --fix --quiet bot tests

texts: .venv/test-ready  ## Bring the translation files up to date with the texts
	.venv/bin/galateo texts

clean:  ## Remove what was made (not your data)
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
