from __future__ import annotations

import pytest

from tests.comparison import linked_pages


@pytest.mark.skipif(not linked_pages.PAGES.is_dir(), reason="the pages tied by hand are not here")
def test_pages_in_one_incident_were_tied_by_hand() -> None:
    found, tied = linked_pages.find_pairs()
    assert found and len(found & tied) / len(found) >= 0.9
