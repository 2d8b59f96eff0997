# Everything a newcomer runs. Needs Python 3.11+, make and a package index; nothing else.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
SHARED ?= ../shared

.DEFAULT_GOAL := help
.PHONY: help setup demo test check lint types floors bench picture page page-test reader clean

help:            ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 14

setup: $(READY)  ## install the package and its tools into $(VENV)

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "dragoman needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/pip install --quiet --disable-pip-version-check --group dev --editable . -c constraints.txt
	@touch $@

demo: setup      ## code the shipped reports: a table, and a page to open
	@mkdir -p out
	@$(BIN)/dragoman code examples/fighting.txt --date 2025-10-20
	@$(BIN)/dragoman code examples/reports.jsonl --format html -o out/demo.html
	@echo "The page with all four example reports, to open in a browser: $(CURDIR)/out/demo.html"

test: setup      ## run every test
	$(BIN)/python -m pytest

lint: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

floors: setup
	$(BIN)/lint-imports

check: lint types floors test  ## what must pass before a commit

bench: setup     ## measure quality and speed against the floors
	$(BIN)/python -m benchmarks --shared $(SHARED)

picture: setup   ## take the README's picture of the page anew (needs node and Chromium)
	cd web && npm ci --no-audit --no-fund && npm run picture

page:            ## build the page's script and style from web/ (needs node)
	cd web && npm ci --no-audit --no-fund && npm run build

page-test: setup ## check the page's source and its build (needs node)
	cd web && npm ci --no-audit --no-fund && npm test

reader:          ## train the embedded reader anew (needs torch; see training/reader)
	$(PYTHON) -m training.reader --treebanks $(SHARED)/treebanks

clean:
	rm -rf $(VENV) out build dist
