# `make help` lists what there is. Every target does its own set-up.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
# how many test processes: one a core, at most four
JOBS ?= $(shell n=$$(nproc 2>/dev/null || echo 2); echo $$((n > 4 ? 4 : n)))
ARGS ?=
HOURS ?= 1
MINUTES ?= 30

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(STAMPS)/system-run: tools/system-packages
	@tools/system-packages run
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/system-test: tools/system-packages
	@tools/system-packages test
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/venv: requirements.lock requirements-rules.lock $(STAMPS)/system-run
	@tools/make-venv "$(PYTHON)" $(VENV) requirements.lock
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/venv-test: requirements.lock requirements-test.lock requirements-rules.lock $(STAMPS)/system-test
	@tools/make-venv "$(PYTHON)" $(VENV) requirements.lock requirements-test.lock
	@mkdir -p $(STAMPS) && touch $@ $(STAMPS)/venv

$(STAMPS)/emupos: tools/setup-emupos
	@tools/setup-emupos || echo "No Python 3.13 for emupos here: our own reader of the byte stream stands in."
	@mkdir -p $(STAMPS) && touch $@

.PHONY: venv
venv: $(STAMPS)/venv-test ## Everything the program and its tests need

.PHONY: run
run: $(STAMPS)/venv ## Open the program on a ready demo shop
	@$(BIN)/python main.py demo --if-empty --quiet
	@$(BIN)/python main.py $(ARGS)

.PHONY: test
test: $(STAMPS)/venv-test $(STAMPS)/emupos ## All tests, on SQLite and PostgreSQL
	@$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

.PHONY: format
format: $(STAMPS)/venv-test ## Bring all files into the one form
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

.PHONY: lint
lint: $(STAMPS)/venv-test ## Form, ruff, mypy strict, import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/check_features.py
	$(BIN)/python tools/translations.py --check

.PHONY: check
check: lint test ## All that CI asks

.PHONY: translations
translations: $(STAMPS)/venv-test ## Collect all texts into resources/translations
	@$(BIN)/python tools/translations.py

.PHONY: bench
bench: $(STAMPS)/venv-test ## Measure: JSON lines, ours over the raw limit of the same run
	@$(BIN)/python -m bench $(ARGS)

.PHONY: torture
torture: $(STAMPS)/venv-test ## The crash tests, many times over (HOURS=1)
	@TAKINGS_TORTURE=$(HOURS) $(BIN)/python -m pytest -n $(JOBS) tests/crash $(ARGS)

.PHONY: fuzz
fuzz: $(STAMPS)/venv-test ## Fuzz every parser, led by coverage (MINUTES=30)
	@tools/fuzz $(MINUTES) $(ARGS)

.PHONY: lock
lock: ## Renew the lock files from pyproject.toml
	@tools/renew-lock "$(PYTHON)"

.PHONY: clean
clean: ## Remove what these targets made
	rm -rf $(VENV) .venv-emupos $(STAMPS) demo-output build dist *.egg-info
