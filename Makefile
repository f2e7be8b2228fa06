# Every target sets up what it needs; `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help server setup receivers demo test check format bench bench-peers peers docs clean

help:
	@echo "make demo    run the main job once: submit, draw, call back, save the picture"
	@echo "make server  make .venv with the server alone"
	@echo "make setup   make .venv with everything the tests need"
	@echo "make receivers  install what the receiver examples need (npm packages, PHP)"
	@echo "make test    run all the tests"
	@echo "make check   lint, types, layers"
	@echo "make bench   measure, side by side in one run"
	@echo "make bench-peers  measure other job systems and ours, in turn (15 minutes; QUICK=--quick: few jobs)"
	@echo "make format  let ruff lay out the code"
	@echo "make docs    write the generated pages again"
	@echo "make clean   remove .venv and what tools left behind"

server: .venv/.server

setup: .venv/.ready

.venv/.server: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(INSTALL) --editable .
	@touch $@

.venv/.ready: .venv/.server
	$(INSTALL) --editable '.[test,check]'
	@touch $@

receivers: setup
	@command -v npm >/dev/null || { echo "The Express receiver needs Node.js 18 or newer with npm: install it first." >&2; exit 1; }
	cd examples/receivers/express && npm install --no-audit --no-fund
	@command -v php >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends php-cli; \
		else \
			echo "The PHP receiver needs PHP 8.1 or newer: install php-cli first." >&2; exit 1; \
		fi; \
	}

demo: .venv/.server
	$(BIN)/heliograph demo

test: setup
	$(BIN)/python -m pytest -n 2 --dist loadgroup

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup
	$(BIN)/python -m benchmarks

# Each system has an environment of its own: they want different versions of the same libraries.
PEERS := $(patsubst benchmarks/peers/requirements/%.txt,.venv-peers/%/.ready,$(wildcard benchmarks/peers/requirements/*.txt))

bench-peers: setup peers
	$(BIN)/python -m benchmarks.peers $(QUICK)

peers: $(PEERS) benchmarks/peers/node/node_modules/.ready

.venv-peers/%/.ready: benchmarks/peers/requirements/%.txt
	$(PYTHON) -m venv .venv-peers/$*
	.venv-peers/$*/bin/python -m pip install --quiet --disable-pip-version-check --requirement $<
	@touch $@

benchmarks/peers/node/node_modules/.ready: benchmarks/peers/node/package.json
	@command -v npm >/dev/null || { echo "BullMQ needs Node.js 20 or newer with npm: install it first." >&2; exit 1; }
	cd benchmarks/peers/node && npm install --no-audit --no-fund --no-package-lock --ignore-scripts
	@touch $@

docs: setup
	$(BIN)/python -m docs

clean:
	rm -rf .venv .venv-peers benchmarks/peers/node/node_modules examples/receivers/express/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
