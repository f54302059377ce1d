#!/bin/sh
# Opens the client; where there is no display, plays the tour instead and says so.
set -eu
cd "$(dirname "$0")/.."
if [ "$(uname)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "No display here: playing the tour instead of opening the client."
    exec .venv/bin/tingjian tour
fi
exec .venv/bin/tingjian run
