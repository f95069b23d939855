"""Names of news agencies."""

from __future__ import annotations

import pytest

from analysis.sources.agencies import find_agencies, is_agency, split_agencies


@pytest.mark.parametrize(
    ("names", "agencies"),
    [
        ("REUTERS, AP, AFP, BLOOMBERG", ("Reuters", "AP", "AFP", "Bloomberg")),
        ("Reuters and the Associated Press", ("Reuters", "AP")),
        ("ACAN - EFE", ("ACAN-EFE",)),
        ("Radio Alba/AFP", ("Radio Alba", "AFP")),
        ("AFP, AFP", ("AFP",)),
        (" , ", ()),
    ],
)
def test_brackets_are_split(names: str, agencies: tuple[str, ...]) -> None:
    assert split_agencies(names) == agencies


@pytest.mark.parametrize(
    ("credit", "agencies"),
    [
        ("Associated Press writer Jo Marsh contributed to this report.", ("AP",)),
        ("by Alba Post with AA", ("Anadolu",)),
        ("Reporting by Ann Lee, Reuters; photographs by AFP", ("Reuters", "AFP")),
        ("Reporting by Jo Apley", ()),
        ("Reporting by Sana Petrov", ()),
    ],
)
def test_credits_name_agencies(credit: str, agencies: tuple[str, ...]) -> None:
    assert find_agencies(credit) == agencies


def test_other_bodies_are_no_agencies() -> None:
    assert not any(is_agency(name) for name in ("NATO", "IS", "The Alba Post", "NA", ""))
