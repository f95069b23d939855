from __future__ import annotations

import pytest

from analysis.score import Table, read_gold
from analysis.sources import read_sources
from tests.comparison.folders import FOLDERS, NAMES, Links, code_folder, count_links, read_list


@pytest.mark.parametrize("name", NAMES)
def test_the_lists_of_a_folder_name_rows_and_words_that_stand_there(name: str) -> None:
    texts = {source.source_id: source.text for source in read_sources(FOLDERS / name).sources}
    gold = read_gold(FOLDERS / name / "gold")
    assert gold.keys() == texts.keys() and len(texts) == 4
    rows = {f"{source_id} {row['id']}" for source_id, own in gold.items() for row in own[Table.ATTACKS]}
    linked = [row for entry in read_list(name, "links.yaml") for row in entry["rows"]]
    assert sorted(linked) == sorted(rows)
    for entry in read_list(name, "disagree.yaml"):
        assert entry["what"] and isinstance(entry["cannot_both_be_right"], bool)
        for source_id, words in entry["words"].items():
            assert " ".join(words.split()) in " ".join(texts[source_id].split()), words
    for entry in read_list(name, "agree.yaml"):
        assert entry["what"] and len(entry["sources"]) > 1 and set(entry["sources"]) <= texts.keys()


def test_what_is_linked_is_one_attack() -> None:
    found = sum((count_links(name, code_folder(name)[1]) for name in NAMES), Links(0, 0, 0))
    assert found.right > 20 and found.right / (found.right + found.wrong) >= 0.9
