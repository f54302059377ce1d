"""What the tests of the pipeline share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.voice.pipeline_of_fakes import Set


@pytest.fixture
def made() -> Iterator[Set]:
    one = Set()
    yield one
    one.pipeline.close()
