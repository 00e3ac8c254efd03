.DEFAULT_GOAL := help
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
LOCK := --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links --exclude-newer "7 days"

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 16

$(VENV)/run: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

$(VENV)/dev: requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@ $(VENV)/run

demo: $(VENV)/run ## Read the bundled story and print its report (no key, no model)
	$(BIN)/twosource summarise seeds/korea-arms $(if $(TWOSOURCE_MODEL),,--replies seeds/korea-arms/replies.jsonl)

test: $(VENV)/dev ## Run the tests, offline
	$(BIN)/pytest

lint: $(VENV)/dev ## Format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/dev ## Put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/dev ## Print calls, tokens, times and memory
	$(BIN)/python -m evals.bench

bench-text: $(VENV)/dev ## Print the text rules' figures on DATA
	$(BIN)/python -m evals.bench_text $(DATA)

record: $(VENV)/dev ## Record the bundled story's replies from TWOSOURCE_MODEL
	$(BIN)/python -m evals.record seeds/korea-arms

lock: ## Compile the hashed lock files (needs uv); releases younger than a week are left out
	uv pip compile $(LOCK) pyproject.toml -o requirements.txt
	uv pip compile $(LOCK) --extra dev pyproject.toml -o requirements-dev.txt

.PHONY: help demo test lint format bench bench-text record lock
