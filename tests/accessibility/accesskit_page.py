"""The page with one of each, told by AccessKit."""

import sys
from functools import partial

from accessibility.providers.platform import ACCESSKIT, platform_provider
from tests.accessibility import page

WORDS = {"state.disabled": "unavailable", "state.expanded": "expanded", "state.collapsed": "collapsed"}

if __name__ == "__main__":
    page.platform_provider = partial(platform_provider, WORDS, kind=ACCESSKIT)
    sys.exit(page.Page().run())
