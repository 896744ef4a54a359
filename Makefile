# Two targets matter: `make demo` shows the main job on this repository's own workspace, `make test` runs every check.
# Nothing has to be there but Python 3.11+ and make.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint requirements clean

demo: $(VENV)/.installed
	$(BIN)/regesta run --release 1.0.0
	$(BIN)/regesta verify 1.0.0
	@git diff --quiet -- outputs 2>/dev/null && echo "outputs/1.0.0 is, byte for byte, what is committed." || true
	@echo "Look at outputs/1.0.0/events.csv (what happened), claims.csv (who says so) and citations.csv (the words, page and box),"
	@echo "or at one event with its rivals: $(BIN)/regesta show $$(grep -m1 Przemyśl outputs/1.0.0/events.csv | cut -d, -f1)"

test: $(VENV)/.tested
	$(BIN)/ruff check pipeline tests
	$(BIN)/ruff format --check pipeline tests
	$(BIN)/mypy
	$(BIN)/pytest -q

# uv comes from the package index into .venv, where it is not on the machine already.
$(VENV)/bin/uv:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet uv

# Compiled at once, so that the first start of a command is as fast as the second.
$(VENV)/.installed: $(VENV)/bin/uv requirements.txt pyproject.toml
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r requirements.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	$(BIN)/python -m compileall -q pipeline/regesta
	@touch $@

$(VENV)/.tested: $(VENV)/.installed requirements-test.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-test.txt
	@touch $@

# Pins every package and its hashes for Python 3.11 and later, naming no index.
requirements: $(VENV)/bin/uv
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --no-annotate pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	    --no-annotate --extra test -c requirements.txt pyproject.toml -o requirements-test.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis dist
