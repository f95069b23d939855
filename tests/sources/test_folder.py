"""Folders of reports: what is read, what wins, and every bad input with its one line."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from analysis.sources import Corpus, Source, SourcesError, find_warnings, read_sources, write_sidecar
from analysis.sources import documents as documents_module

REPORT = "Two ferries were hit by rockets off the coast of Alba on Friday, the police said.\n\nNobody was hurt.\n"
HEADER = "file,source_id,outlet,agencies,published,title,url,language\n"


def read_one(folder: Path) -> Source:
    (source,) = read_sources(folder).sources
    return source


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def refused(folder: Path, *, strict: bool = False) -> str:
    with pytest.raises(SourcesError) as error:
        read_sources(folder, strict=strict)
    line = str(error.value)
    assert "\n" not in line and len(line) < 400
    return line


def test_a_report_alone(tmp_path: Path) -> None:
    source = read_one(write(tmp_path, ferry__txt=REPORT))
    assert (source.source_id, source.file, source.text) == ("ferry", "ferry.txt", REPORT)
    assert (source.published, source.outlet, source.title, source.agencies) == (None, None, None, ())
    assert (source.language, source.encoding, source.headline) == ("en", "utf-8", None)


def test_order_is_that_of_the_names(tmp_path: Path) -> None:
    write(tmp_path, b__txt=REPORT, a__md=REPORT, C__txt=REPORT)
    corpus = read_sources(tmp_path)
    assert [source.file for source in corpus.sources] == ["C.txt", "a.md", "b.txt"]
    assert corpus.folder == tmp_path.name
    assert corpus == read_sources(tmp_path)


def test_the_sidecar_wins_and_the_document_fills_in(tmp_path: Path) -> None:
    front = "---\noutlet: Inner Post\npublished: 2021-03-12\nagencies: [AP, AFP]\nlanguage: en\n---\n"
    write(tmp_path, ferry__md=front + REPORT, sources__csv=HEADER + "ferry.md,f1,Outer Post,,,A title,,\n")
    source = read_one(tmp_path)
    assert (source.source_id, source.outlet, source.title) == ("f1", "Outer Post", "A title")
    assert (source.published, source.agencies) == (date(2021, 3, 12), ("AP", "AFP"))
    assert source.text == front + REPORT
    assert source.furniture[0] == (0, len(front))


def test_newlines_and_marks_are_kept_as_they_are(tmp_path: Path) -> None:
    source = read_one(write(tmp_path, ferry__txt=b"\xef\xbb\xbf" + REPORT.replace("\n", "\r\n").encode()))
    assert source.text == REPORT.replace("\n", "\r\n")
    assert source.encoding == "utf-8-sig"


def test_what_the_text_says_of_itself(tmp_path: Path) -> None:
    text = f" date 2021-03-12 advertisement\n\nFerries hit off Alba\n\nALERIA (REUTERS) - {REPORT}"
    source = read_one(write(tmp_path, ferry__txt=text))
    assert source.published == date(2021, 3, 12)
    assert (source.title, source.agencies, source.datelines) == ("Ferries hit off Alba", ("Reuters",), ("Aleria",))
    assert source.headline is not None and text[slice(*source.headline)] == "Ferries hit off Alba"


def test_a_date_in_the_address_counts_and_a_dateline_does_not(tmp_path: Path) -> None:
    row = "ferry.txt,,,,,,https://post.example/2021/03/12/ferry,\n"
    write(tmp_path, ferry__txt=f"ALERIA, 11 March 2021 - {REPORT}", sources__csv=HEADER + row)
    assert read_one(tmp_path).published == date(2021, 3, 12)
    (tmp_path / "sources.csv").unlink()
    assert read_one(tmp_path).published is None


def test_what_is_no_document(tmp_path: Path) -> None:
    write(tmp_path, ferry__txt=REPORT, corrections__yaml="a: 1", notes__rst="x")
    write(tmp_path, **{".hidden__txt": REPORT})
    (tmp_path / "more.txt").mkdir()
    write(tmp_path / "more.txt", other__txt=REPORT)
    assert [source.file for source in read_sources(tmp_path).sources] == ["ferry.txt"]


def test_one_unreadable_document_does_not_stop_the_rest(tmp_path: Path) -> None:
    write(tmp_path, a__txt=REPORT, b__txt="", c__pdf=b"%PDF-1.4 broken", d__txt=b"\x89PNG\r\n\0\0\0", e__txt=" \n\t\n")
    corpus = read_sources(tmp_path)
    assert [source.file for source in corpus.sources] == ["a.txt"]
    assert [(u.file, u.reason.split(";")[0]) for u in corpus.unread if u.file != "c.pdf"] == [
        ("b.txt", "it is empty"),
        ("d.txt", "it is binary, not text"),
        ("e.txt", "it is empty"),
    ]
    assert all("\n" not in unread.reason for unread in corpus.unread)
    assert "b.txt: it is empty; " in refused(tmp_path, strict=True)


def test_a_document_of_more_than_50_mb_is_not_even_read(tmp_path: Path) -> None:
    write(tmp_path, a__txt=REPORT)
    with (tmp_path / "b.txt").open("wb") as file:
        file.truncate(documents_module.MAX_BYTES + 1)
    (unread,) = read_sources(tmp_path).unread
    assert unread.reason == "it is larger than 50 MB; give the report alone"


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    write(tmp_path, secret__txt=REPORT)
    write(inside, a__txt=REPORT)
    (inside / "b.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "c.txt").symlink_to(inside / "gone.txt")
    os.mkfifo(inside / "d.txt")
    reasons = {unread.file: unread.reason for unread in read_sources(inside).unread}
    assert "outside the folder" in reasons["b.txt"]
    assert "cannot be opened" in reasons["c.txt"]
    assert "not a regular file" in reasons["d.txt"]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda folder: folder / "gone", "does not exist; give a folder with news reports"),
        (lambda folder: write(folder, a__txt=REPORT) / "a.txt", "is a file; give a folder"),
        (lambda folder: folder, "is empty; give a folder"),
        (lambda folder: write(folder, a__rst="x"), "holds no document; give a folder"),
        (lambda folder: write(folder, a__docx="x"), "a.docx: a .docx file is not read; save it as .txt"),
        (lambda folder: write(folder, a__txt="", b__txt=""), "no document could be read; a.txt: it is empty"),
    ],
)
def test_folders_that_are_none(tmp_path: Path, make: object, says: str) -> None:
    assert says in refused(make(tmp_path))  # type: ignore[operator]


@pytest.mark.parametrize("name", ["a b.txt", "é.txt", "-a.txt", "a;b.txt", "<i>.txt", "x" * 130 + ".txt"])
def test_a_name_that_makes_no_source_id(tmp_path: Path, name: str) -> None:
    write(tmp_path, **{name: REPORT})
    assert "rename it, or give it a source_id in sources.csv" in refused(tmp_path)
    write(tmp_path, sources__csv=HEADER + f"{name},good-1,,,,,,\n")
    assert read_one(tmp_path).source_id == "good-1"


def test_two_documents_with_one_source_id(tmp_path: Path) -> None:
    write(tmp_path, ferry__txt=REPORT, Ferry__md=REPORT)
    assert "source_id ferry is that of Ferry.md too; give each its own in sources.csv" in refused(tmp_path)


def test_write_sidecar_says_what_it_could_tell(tmp_path: Path) -> None:
    write(tmp_path, **{"a b.txt": f"Ferries hit off Alba\n\nALERIA (AP) - {REPORT}"})
    write(tmp_path, c__txt=f"date 2021-03-12\n\n{REPORT}", d__txt="", a_b__txt=REPORT)
    path = write_sidecar(tmp_path)
    assert path == tmp_path / "sources.csv"
    assert path.read_text("utf-8") == (
        HEADER
        + "a b.txt,a-b,,AP,,Ferries hit off Alba,,en\n"
        + "a_b.txt,a_b,,,,,,en\n"
        + "c.txt,c,,,2021-03-12,,,en\n"
        + "d.txt,d,,,,,,\n"
    )
    assert [entry.name for entry in tmp_path.iterdir() if entry.name.startswith(".")] == []
    assert [source.source_id for source in read_sources(tmp_path).sources] == ["a-b", "a_b", "c"]


def test_write_sidecar_never_over_another(tmp_path: Path) -> None:
    write(tmp_path, a__txt=REPORT, sources__csv="mine")
    with pytest.raises(SourcesError, match="is there already; edit it, or move it away"):
        write_sidecar(tmp_path)
    assert (tmp_path / "sources.csv").read_text() == "mine"


def test_write_sidecar_makes_different_ids(tmp_path: Path) -> None:
    write(tmp_path, **{"a b.txt": REPORT, "a-b.txt": REPORT, "A;B.md": REPORT, "é.txt": REPORT})
    write_sidecar(tmp_path)
    assert [source.source_id for source in read_sources(tmp_path).sources] == ["A-B", "a-b-2", "a-b-3", "source"]


def test_warnings(tmp_path: Path) -> None:
    french = "Deux navires ont été touchés vendredi par des roquettes au large des côtes, selon la police du port.\n"
    write(tmp_path, a__txt=REPORT, b__txt=f"date 2021-03-12\n\n{french}".encode("latin-1"))
    assert find_warnings(read_sources(tmp_path)) == [
        "a.txt: no published date; its relative dates stay empty (add the date to sources.csv)",
        "b.txt: in fr; only English is coded, so it has no rows",
        "b.txt: read as windows-1252; if letters look wrong, save it as UTF-8",
    ]
    assert find_warnings(Corpus("x", ())) == []


def test_a_wrong_date_in_front_matter_is_named_unless_the_sidecar_has_a_date(tmp_path: Path) -> None:
    write(tmp_path, a__txt=f"---\npublished: 2021-13-45\noutlet: The Post\n---\n{REPORT}")
    source = read_one(tmp_path)
    assert (source.published, source.outlet) == (None, "The Post")
    line = find_warnings(read_sources(tmp_path))[0]
    assert line.startswith("a.txt: left out of its front matter: published '2021-13-45' is not a date; write it as")
    write(tmp_path, sources__csv="file,published\na.txt,2021-03-12\n")
    assert read_one(tmp_path).published == date(2021, 3, 12)
    assert find_warnings(read_sources(tmp_path)) == []


def test_strict_refuses_a_report_that_is_not_coded(tmp_path: Path) -> None:
    french = "Deux navires ont été touchés vendredi par des roquettes au large des côtes, selon la police du port.\n"
    write(tmp_path, a__txt=REPORT, b__txt=french)
    assert len(read_sources(tmp_path).sources) == 2
    with pytest.raises(SourcesError, match=r"b\.txt: in fr; only English is coded"):
        read_sources(tmp_path, strict=True)


def test_reading_is_quiet(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write(
        tmp_path, a__txt=REPORT, b__html="<html><body></body></html>", c__pdf=b"%PDF-1.7\n1 0 obj\n<<", d__html="<p>x"
    )
    read_sources(tmp_path)
    assert capfd.readouterr() == ("", "")
