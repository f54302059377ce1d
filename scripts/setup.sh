#!/bin/sh
# Installs system packages (Debian and its relatives), makes .venv, installs the project into it. Safe to repeat.
set -eu
cd "$(dirname "$0")/.."
packages=$(sed 's/#.*//' scripts/system-packages.txt | tr -s ' \n' ' ')

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1; then sudo "$@"
    else
        echo "setup: needs root for: $*" >&2
        echo "setup: run it as root, or install sudo, then run make again" >&2
        exit 1
    fi
}

if command -v apt-get >/dev/null 2>&1; then
    missing=""
    for package in $packages; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
    done
    if [ -n "$missing" ]; then
        echo "setup: installing$missing"
        as_root apt-get update -qq
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    fi
    if ! locale -a 2>/dev/null | grep -qi '^zh_CN\.utf-\?8$'; then
        as_root localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
    fi
else
    echo "setup: this is not Debian, so system packages are yours to install:"
    echo "  to run:  Python 3.11+, a CJK sans font (Noto Sans CJK), espeak-ng, PortAudio, OpenGL"
    echo "  to test: also Xvfb, openbox, xdotool, dbus, at-spi2-core, Orca, speech-dispatcher, pyatspi, PulseAudio, IBus with libpinyin"
    echo "  Fedora:  dnf install python3 google-noto-sans-cjk-fonts espeak-ng portaudio mesa-libGL xorg-x11-server-Xvfb openbox xdotool at-spi2-core orca speech-dispatcher python3-pyatspi pulseaudio ibus ibus-libpinyin"
    echo "  Arch:    pacman -S python noto-fonts-cjk espeak-ng portaudio libgl xorg-server-xvfb openbox xdotool at-spi2-core orca speech-dispatcher python-atspi pulseaudio ibus ibus-libpinyin"
    echo "  macOS:   brew install python espeak-ng portaudio   (fonts and display are there)"
fi

# The system's Python, where it will do, because the accessibility bus's bindings are packaged for it.
python=/usr/bin/python3
"$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || python=python3
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "setup: Python 3.11 or newer is needed, found $("$python" -V 2>&1)" >&2
    exit 1
}
[ -x .venv/bin/python ] || "$python" -m venv --system-site-packages .venv
.venv/bin/python -m pip install --quiet --editable '.[dev,bench]'
