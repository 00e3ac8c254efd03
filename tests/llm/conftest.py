from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.llm.stub import Provider


@pytest.fixture
def provider() -> Iterator[Provider]:
    """A scripted provider on loopback. Its tests are marked `loopback`."""
    with Provider() as running:
        yield running
