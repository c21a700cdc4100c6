# The two commands a fresh machine needs: `make warehouse` and `make test`.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# A home of its own: it takes gigabytes, and may be deleted at any time.
NATIONAL_HOME ?= $(abspath data_national)
# Byte code is compiled at installation: otherwise every start pays for it.
unexport PYTHONDONTWRITEBYTECODE
export UV_COMPILE_BYTECODE := 1
export PATH := $(abspath $(BIN)):$(PATH)

.PHONY: help
help: ## Say what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

$(READY): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: set PYTHON=/path/to/python3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned packages into $(VENV) ..."
	@if command -v uv >/dev/null 2>&1; then \
		uv pip install --quiet --python $(BIN)/python --require-hashes -r constraints.txt && \
		uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt && \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $@

.PHONY: setup
setup: $(READY) ## Create the environment with the pinned packages

.PHONY: warehouse
warehouse: $(READY) ## Set up, land the sample if landing is empty, build, print the scorecard
	@$(BIN)/people-plan sample --if-empty
	@$(BIN)/people-plan build

.PHONY: national
national: $(READY) ## Write the sample at national size, build it, compare every cell
	@PEOPLE_PLAN_HOME=$(NATIONAL_HOME) $(BIN)/people-plan sample --scale national --if-empty
	@PEOPLE_PLAN_HOME=$(NATIONAL_HOME) $(BIN)/people-plan build
	@PEOPLE_PLAN_SAMPLE_HOME=$(NATIONAL_HOME) $(BIN)/python -m pytest tests/integration/test_sample_truth.py

.PHONY: dev
dev: $(READY) ## Open the Dagster UI
	@$(BIN)/people-plan dev

.PHONY: test
test: $(READY) ## Set up and run every test
	@$(BIN)/python -m pytest -n auto --dist worksteal --durations 15

.PHONY: faults
faults: $(READY) ## Damage the files of every layout, the widest too, which takes minutes
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "slow or not slow" tests/faults

.PHONY: simulation
simulation: $(READY) ## Play the releases of 2019 to 2026, which takes most of an hour, and write the page
	@$(BIN)/python -m tests.simulation.page

.PHONY: as-of
as-of: $(READY) ## Compare every day of publication with a build of that day, which takes minutes
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "slow or not slow" tests/integration/test_as_of.py

.PHONY: arrivals
arrivals: $(READY) ## Receive the same files in a thousand orders, which takes most of an hour
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "slow or not slow" \
		tests/back_tests/test_arrival_orders.py tests/integration/test_any_arrival.py

.PHONY: held
held: $(READY) ## Play a revision from planned to held to acknowledged, which takes minutes
	@$(BIN)/python -m pytest -m "slow or not slow" tests/integration/test_plan.py

.PHONY: attack
attack: $(READY) ## Try to work out what is hidden, in all figures and ten thousand random tables, and write the page
	@$(BIN)/python -m pytest -m "slow or not slow" tests/disclosure
	@$(BIN)/python -m tests.disclosure.page

.PHONY: bench
bench: $(READY) ## Measure on the home's build what the history of figures costs
	@$(BIN)/python -m tests.benchmarks.history_cost

.PHONY: lint
lint: $(READY) ## Check style, types and the dbt project
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/sqlfluff lint --processes 2 dbt_project/models dbt_project/macros dbt_project/tests

.PHONY: parse
parse: $(READY) ## Parse the dbt project
	@$(BIN)/dbt --quiet parse --project-dir dbt_project --profiles-dir dbt_project --no-partial-parse

.PHONY: docs
docs: $(READY) ## Write the data dictionary, the list of layouts and the pages of returns
	@$(BIN)/dbt --quiet parse --project-dir dbt_project --profiles-dir dbt_project
	@$(BIN)/python -c 'from pathlib import Path; from orchestration.dictionary import write; write(Path("dbt_project/target/manifest.json"))'
	@$(BIN)/python -c 'from orchestration.returns.pages import write; write()'
	@$(BIN)/python -c 'from orchestration.layout_list import write; write()'

.PHONY: back-tests
back-tests: $(READY) ## Load the printed figures, compare them, and write the page
	@$(BIN)/python -m tests.back_tests.page

.PHONY: explained
explained: $(READY) ## Explain a figure of each metric from the real files, and write the page
	@$(BIN)/python -m tests.explained.page

.PHONY: followed
followed: $(READY) ## Follow a figure of every definition back to its rows, which takes minutes
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "slow or not slow" tests/integration/test_explain.py

.PHONY: constraints
constraints: $(READY) ## Pin again every package that pyproject.toml asks for
	@uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		--no-annotate --no-strip-extras --extra dev pyproject.toml -o constraints.txt

.PHONY: clean
clean: ## Remove the environment and caches, never data
	rm -rf $(VENV) dbt_project/target dbt_project/logs .mypy_cache .ruff_cache .pytest_cache
