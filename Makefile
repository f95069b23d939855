# Two commands on a fresh machine: `make report` builds the briefing, `make test` proves it.
# Both make .venv first, from the hashed lock file.

PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed

.DEFAULT_GOAL := report
.PHONY: report test test-browser check lab bench clean lock

# the main job: report/briefing.html, report/briefing.pdf, report/tables/ and figures/ from seeds/
report: $(STAMP)
	$(BIN)/briefing build

# every test, the notebooks' stored outputs included
test: $(STAMP)
	$(BIN)/python -m pytest -n auto --ignore=tests/browser
	$(BIN)/python -m pytest -n auto --dist loadfile --nbval notebooks -p no:cacheprovider

# the page in a real browser (Chromium, Debian's package): every interaction, no request, accessibility
test-browser: $(STAMP)
	$(BIN)/python -m pytest tests/browser

# what must hold before a commit: lint, format, types, notebooks
check: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_notebooks.py

# JupyterLab on the notebooks
lab: $(STAMP)
	$(BIN)/jupyter lab --notebook-dir=notebooks

# timings, each beside the plain way of doing the same
bench: $(STAMP)
	$(BIN)/python -m pytest -o addopts="--import-mode=importlib" tests/benchmarks --benchmark-only

# what was built on other sources, the environment and the caches; report/ and figures/ stay
clean:
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks

# the lock file anew, with hashes and without addresses (needs uv)
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --fork-strategy fewest --extra lab --extra slides --extra test pyproject.toml build-backend.in -o requirements.lock

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is needed, this is " + sys.version.split()[0])'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	$(BIN)/python -m compileall -q analysis
	$(BIN)/python -m analysis.language.towns
	touch $(STAMP)
