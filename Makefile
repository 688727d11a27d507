# Needs Python 3.11 or newer and make; everything else is set up in .venv.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.PHONY: run test check screenshots bench dist clean

run: $(READY)  ## open the app
	@$(BIN)/ssw-tui

test: $(READY)  ## all tests
	$(BIN)/python -m compileall -q ssw_tui  # once, and not in each of the programs that tests start
	$(BIN)/python -m pytest -q -n 2

check: $(READY)  ## ruff, mypy --strict and the import arrows
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

screenshots: $(READY)  ## draw every screen again
	$(BIN)/python -m tests.screenshots

bench: $(READY)  ## the figures that the design promises, beside a bare Textual app
	$(BIN)/python -m benchmarks

dist: $(READY)  ## wheel, sdist, and a file that runs by itself with the Python it was made with
	rm -rf dist
	PIP_CONSTRAINT="$(CURDIR)/constraints.txt" $(BIN)/python -m build --outdir dist .
	PIP_CONSTRAINT="$(CURDIR)/constraints.txt" $(BIN)/shiv --quiet --reproducible --console-script ssw-tui \
		--python '/usr/bin/env python3' --output-file dist/ssw-tui.pyz dist/*.whl

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
