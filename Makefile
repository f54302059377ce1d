# Tingjian. `make run` sets up and opens the client; `make test` sets up and passes all tests.
PY := .venv/bin/python
STAMP := .venv/.installed
PEERS := .venv/.bench
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start the client and the bank hundreds of times: compiled once, wherever the caller's shell says never.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: setup run test test-fast bench soak lint tour audit clean voice-model voice-train

setup: $(STAMP)  ## system packages, .venv, and the command .venv/bin/tingjian

$(STAMP): pyproject.toml scripts/setup.sh scripts/system-packages.txt
	@scripts/setup.sh
	@touch $@

run: setup  ## the bank on the loopback and the client; without a display, the tour
	@scripts/run.sh

tour: setup
	@$(PY) -m app tour

audit: setup
	@$(PY) -m app audit

test: setup lint  ## everything: on two cores what judges nothing by time, then what does, one by one
	@$(PY) -m pytest -q -n 2 --dist worksteal -m "side_by_side or not (screen or screen_reader or sound)"
	@$(PY) -m pytest -q -m "(screen or screen_reader or sound) and not side_by_side"

test-fast: setup  ## what needs no process, screen, reader or sound; under a minute
	@$(PY) -m pytest -q -n 2 -m "not process and not screen and not screen_reader and not sound"

bench: $(PEERS)  ## every figure beside its target and its peers, those that are not installed named
	@$(PY) scripts/bench.py

$(PEERS): $(STAMP)  # what only the bench needs; without a network it measures without it
	@$(PY) -m pip install --quiet --editable '.[bench,bench-voice]' && touch $@ || echo "bench: some peers are not here"

soak: setup  ## an hour of simulated conversation: memory flat, nothing stuck, the money right; minutes
	@$(PY) scripts/soak.py

lint: setup
	@$(PY) -m ruff check .
	@$(PY) -m mypy

voice-model: setup  ## the graphs of the voice models from the flows' sentences; seconds
	@$(PY) scripts/voice_model.py graphs

VOICE ?= zh-CN
RECORDINGS ?=
STYLES ?=
FLITE ?= 0
STEPS ?=
EXTRAS = voice-train$(if $(STYLES),$(comma)voice-neural)
comma := ,
voice-train: setup  ## a voice model from nothing, VOICE=zh-CN or en; better with RECORDINGS=folder, STYLES=folder; see docs/voice-model.md
	@$(PY) -m pip install -q -e '.[$(EXTRAS)]'
	@$(PY) scripts/voice_model.py train $(VOICE) --recordings '$(RECORDINGS)' --styles '$(STYLES)' --flite $(FLITE)$(if $(STEPS), --steps $(STEPS))

clean:
	rm -rf .venv out build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
