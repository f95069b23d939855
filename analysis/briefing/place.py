"""Put finished results where they belong: all of them, or none.

Everything is made in a folder of its own on the same disk. When all is there, each file or folder takes the place of
the old one; if one cannot, those that did are taken back.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from analysis.briefing.errors import BriefingError


@contextmanager
def workshop(out: Path) -> Iterator[Path]:
    """Yield an empty folder on the disk of `out`, which need not exist; it is gone afterwards, whatever happened.

    Raises BriefingError where it, or what is made in it, cannot be written.
    """
    ground = next(folder for folder in (out, *out.parents) if folder.exists())
    try:
        room = Path(tempfile.mkdtemp(prefix=".briefing-", dir=ground))
    except OSError as error:
        raise cannot_write(out, error) from None
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def cannot_write(out: Path, error: OSError) -> BriefingError:
    """Say in one line that the results cannot be written."""
    return BriefingError(f"{out}: cannot be written ({error.strerror or error}); choose another folder with --out")


def put_in_place(pairs: Sequence[tuple[Path, Path]], aside: Path) -> None:
    """Move each new file or folder to its target; what stood there goes to the folder `aside`, and back on failure.

    A new path that does not exist takes its target away. Raises OSError.
    """
    done: list[tuple[Path, Path]] = []
    aside.mkdir()
    try:
        for number, (new, target) in enumerate(pairs):
            old = aside / str(number)
            if target.exists():
                target.rename(old)
            done.append((old, target))
            if new.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                new.rename(target)
    except OSError:
        for old, target in reversed(done):
            _take_back(old, target)
        raise


def _take_back(old: Path, target: Path) -> None:
    if target.is_dir():
        shutil.rmtree(target)
    else:
        target.unlink(missing_ok=True)
    if old.exists():
        old.rename(target)
