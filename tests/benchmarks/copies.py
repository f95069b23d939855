"""Many reports out of the digests in seeds/: copies whose days are weeks apart and whose figures differ.

`.venv/bin/python -m tests.benchmarks.copies 500 FOLDER` writes 500 reports.
"""

from __future__ import annotations

import csv
import re
import sys
from datetime import date, timedelta
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
MONTHS = tuple(date(2000, month, 1).strftime("%B") for month in range(1, 13))
NAMES = "|".join((*MONTHS, *(f"{month[:3]}\\.?" for month in MONTHS), "Sept\\.?"))
DAY = re.compile(rf"\b(?:(?P<m>{NAMES})\s(?P<d>\d{{1,2}})|(?P<d2>\d{{1,2}})\s(?P<m2>{NAMES}))(?:,?\s(?P<y>20\d\d))?\b")
PLAIN_DAY = re.sub(r"\?P<[a-z0-9]+>", "?:", DAY.pattern)
ISO = re.compile(r"\b20\d\d-\d\d-\d\d\b")
FIGURE = re.compile(r"(?<![\d.,:/-])[1-9]\d?(?![\d.,:/%-]|\s*(?:am|pm|km|GMT|miles))")


def write_copies(number: int, folder: Path) -> Path:
    """Write so many reports and their sidecar into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    with (SEEDS / "sources.csv").open(encoding="utf-8", newline="") as file:
        known = list(csv.DictReader(file))
    rows = [_write(known[at % len(known)], at // len(known), folder) for at in range(number)]
    with (folder / "sources.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(known[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return folder


def _write(row: dict[str, str], copy: int, folder: Path) -> dict[str, str]:
    shift = timedelta(days=-9 * copy)
    text = (SEEDS / row["file"]).read_text(encoding="utf-8").split("---\n", 2)[-1]
    published = date.fromisoformat(row["published"])
    name = f"{row['source_id']}-{copy:03d}"
    (folder / f"{name}.txt").write_text(change(text, published, shift, copy), encoding="utf-8")
    outlet = f"{row['outlet'] or row['agencies'] or 'Paper'} {copy}" if copy else row["outlet"]
    changed = {"file": f"{name}.txt", "source_id": name, "outlet": outlet, "published": str(published + shift)}
    return row | changed


def change(text: str, published: date, shift: timedelta, copy: int) -> str:
    """Move the days of a text, and raise its small figures, by what the copy's number gives."""

    def day(found: re.Match[str]) -> str:
        word = found["m"] or found["m2"]
        month = next(at for at, name in enumerate(MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))
        try:
            moved = date(int(found["y"] or published.year), month, int(found["d"] or found["d2"])) + shift
        except ValueError:
            return found[0]
        said = f"{moved.day} {MONTHS[moved.month - 1]}" if found["d2"] else f"{MONTHS[moved.month - 1]} {moved.day}"
        return said + (f", {moved.year}" if found["y"] and found["d"] else f" {moved.year}" if found["y"] else "")

    kept: list[str] = []

    def hold(found: re.Match[str]) -> str:
        kept.append(
            DAY.sub(day, found[0]) if not ISO.fullmatch(found[0]) else str(date.fromisoformat(found[0]) + shift)
        )
        return f"\x00{len(kept) - 1}\x00"

    held = re.sub(f"{ISO.pattern}|{PLAIN_DAY}", hold, text)
    raised = re.sub(
        rf"\x00\d+\x00|{FIGURE.pattern}",
        lambda found: found[0] if found[0][0] == "\0" else str(int(found[0]) + copy % 7),
        held,
    )
    return re.sub(r"\x00(\d+)\x00", lambda found: kept[int(found[1])], raised)


if __name__ == "__main__":
    write_copies(int(sys.argv[1]), Path(sys.argv[2]))
