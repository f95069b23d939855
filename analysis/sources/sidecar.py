"""The sidecar sources.csv: what a person knows of the documents in a folder, one row each.

Columns: file, source_id, outlet, agencies (joined by ;), published, title, url, language, in any order; file must be
there, and what another column would say is unknown without it, as it is in an empty cell. UTF-8, with or without a byte
order mark. Anything else in it is refused with the line and the mend.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from analysis.sources.errors import SourcesError, to_line
from analysis.sources.metadata import KEYS, Metadata, to_metadata

SIDECAR = "sources.csv"
COLUMNS = ("file", *("source_id", "outlet", "agencies", "published", "title", "url", "language"))
_MAX_BYTES = 50_000_000


def read_sidecar(path: Path, documents: Iterable[str]) -> dict[str, Metadata]:
    """Read the sidecar at `path`: what it says by the names of the files, which must be among `documents`.

    Raises SourcesError for a sidecar of the wrong form.
    """
    files = frozenset(documents)
    told: dict[str, Metadata] = {}
    taken: dict[str, int] = {}
    for number, row in _read_rows(path):
        where = f"{path.name} line {number}"
        file = row["file"]
        _check_file(where, file, files)
        if file in told:
            raise SourcesError(f"{where}: {file} has a row already; keep one row for each file")
        try:
            told[file] = to_metadata(row)
        except ValueError as error:
            raise SourcesError(to_line(f"{where}: {error}")) from None
        source_id = (told[file].source_id or "").casefold()
        if source_id and source_id in taken:
            raise SourcesError(
                f"{where}: source_id {told[file].source_id} is on line {taken[source_id]} too; give each file its own"
            )
        taken[source_id] = number
    return told


def _read_rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows with the numbers of their lines, cells stripped; empty rows are passed over."""
    reader = csv.reader(io.StringIO(_read_text(path), newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(path.name, header)
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(header):
                raise SourcesError(
                    f"{path.name} line {reader.line_num}: {len(cells)} cells under {len(header)} columns; "
                    "put a cell with a comma in double quotes, and leave unknown cells empty"
                )
            yield reader.line_num, {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
    except csv.Error as error:
        raise SourcesError(
            f"{path.name} line {reader.line_num}: not readable as CSV ({to_line(error)}); "
            "save it as CSV with commas, in UTF-8"
        ) from None


def _read_text(path: Path) -> str:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise SourcesError(
                f"{path.name}: larger than {_MAX_BYTES // 1_000_000} MB; a sidecar has one short row for each document"
            )
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise SourcesError(
            f"{path.name}: cannot be opened ({(error.strerror or 'error').lower()}); check its permissions"
        ) from None
    except UnicodeDecodeError:
        raise SourcesError(f"{path.name}: not in UTF-8; save it as CSV UTF-8") from None


def _check_header(name: str, header: list[str]) -> None:
    if len(header) == 1 and (";" in header[0] or "\t" in header[0]):
        raise SourcesError(f"{name}: its columns are not parted by commas; save it as CSV with commas")
    wrong = [column for column in header if column not in COLUMNS]
    twice = [column for column in COLUMNS if header.count(column) > 1]
    expected = ", ".join(COLUMNS)
    if wrong:
        raise SourcesError(to_line(f"{name}: unknown column {wrong[0]!r}; the columns are {expected}"))
    if "file" not in header:
        raise SourcesError(f"{name}: column file is missing; add it, with the name of a document in each row")
    if twice:
        raise SourcesError(f"{name}: column {twice[0]} is there twice; keep one of them")


def _check_file(where: str, file: str, documents: frozenset[str]) -> None:
    if not file:
        raise SourcesError(f"{where}: the file is not named; write its name in the column file")
    if "/" in file or "\\" in file or file in (".", "..") or ":" in file[:3] or not file.isprintable():
        raise SourcesError(
            to_line(f"{where}: {file!r} is not a plain file name; only files in the folder itself are read")
        )
    if file not in documents:
        raise SourcesError(to_line(f"{where}: {file} is not among the documents; correct the name or delete the row"))


def to_csv(rows: Iterable[Mapping[str, str]]) -> str:
    """Write rows as the text of a sidecar, `\\n` at the end of each line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def to_row(file: str, metadata: Metadata) -> dict[str, str]:
    """Give the cells of a document's row, empty for what is unknown."""
    cells = {key: getattr(metadata, key) for key in KEYS}
    published = metadata.published.isoformat() if metadata.published else ""
    return {key: value or "" for key, value in cells.items()} | {
        "file": file,
        "agencies": ";".join(metadata.agencies),
        "published": published,
    }


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet: whole or not at all, and never over another.

    Raises SourcesError where one is there or the folder cannot be written.
    """
    exists = SourcesError(f"{path.name} is there already; edit it, or move it away to have a new one")
    if path.exists() or path.is_symlink():
        raise exists
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(text.encode("utf-8"))
        try:
            os.link(draft, path)  # fails where the file has come to be meanwhile
        finally:
            draft.unlink()
    except FileExistsError:
        raise exists from None
    except OSError as error:
        reason = (error.strerror or "error").lower()
        raise SourcesError(f"{path}: cannot be written ({reason}); check the folder's permissions") from None
