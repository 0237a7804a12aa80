# Two commands: `make demo` makes a film, `make test` passes the tests. All set-up is inside them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# The first Python of 3.11-3.13 that really runs; PYTHON=... overrides.
PYTHON ?= $(shell for p in python3.12 python3.13 python3.11 python3 python; do \
  $$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 && { echo $$p; break; }; done)
BIN := .venv/bin
UV := $(BIN)/uv
EXAMPLE ?= examples/lighthouse.md
OUT ?= out/demo
LOCK_FLAGS := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet

.PHONY: help setup setup-dev demo test check format lock schemas bench clean

help: ## Show what there is.
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/.tools: requirements/tools.lock
	@test -n "$(PYTHON)" || { echo "Storyreel needs Python 3.11, 3.12 or 3.13. Install one, or run: make PYTHON=/path/to/python $(MAKECMDGOALS)"; exit 2; }
	@echo "Setting up a virtual environment in .venv (once) ..."
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/tools.lock
	@touch $@

.venv/.base: .venv/.tools requirements/base.lock pyproject.toml
	@echo "Installing what Storyreel needs (once, about 1.4 GB on disk) ..."
	@$(UV) pip install --quiet --require-hashes -r requirements/base.lock
	@$(UV) pip install --quiet --no-build-isolation --no-deps -e .
	@touch $@

.venv/.dev: .venv/.base requirements/dev.lock
	@echo "Installing what its tests need (once) ..."
	@$(UV) pip install --quiet --require-hashes -r requirements/dev.lock
	@touch $@

setup: .venv/.base ## Install into .venv; the system Python stays untouched.

setup-dev: .venv/.dev ## Install what checks and tests need as well.

demo: .venv/.base ## Turn examples/lighthouse.md into a film.
	@$(BIN)/storyreel make $(EXAMPLE) --out $(OUT)

test: .venv/.dev ## Run the tests.
	@$(BIN)/pytest -n 2 --dist loadfile

check: .venv/.dev ## Lint, types, import rules, schemas, links: under a minute.
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/pyright
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest -q -n 0 tests/house

format: .venv/.dev ## Format the code and mend what can be mended by itself.
	@$(BIN)/ruff format --quiet .
	@$(BIN)/ruff check --quiet --fix .

lock: .venv/.tools ## Pin the newest dependencies that pyproject.toml allows.
	@$(UV) pip compile $(LOCK_FLAGS) requirements/tools.in -o requirements/tools.lock
	@$(UV) pip compile $(LOCK_FLAGS) pyproject.toml -o requirements/base.lock
	@$(UV) pip compile $(LOCK_FLAGS) pyproject.toml --all-extras -c requirements/base.lock -o requirements/dev.lock

schemas: .venv/.dev ## Publish the JSON Schema of every document under schemas/.
	@$(BIN)/python -m tests.publish_schemas

bench: .venv/.dev ## Measure speed and memory; writes benchmarks/results/*.json.
	@$(BIN)/python -m benchmarks

clean: ## Remove what was installed and made here (films and the studio's home stay).
	@rm -rf .venv .pytest_cache .ruff_cache .import_linter_cache build dist
