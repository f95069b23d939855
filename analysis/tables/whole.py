"""Write a set of files whole or not at all.

The files are made in a folder inside their own and moved out of it when all are complete, each in one step. A reader
never sees half a file, and what stood there stays if making the new ones fails. Other files of the folder are left
alone.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_whole(folder: Path | str) -> Iterator[Path]:
    """Yield an empty folder; what is in it at the end is moved into `folder`, made where it is missing.

    Raises OSError where the folder, or the one above it, cannot be written.
    """
    target = Path(folder).resolve()
    target.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=target))
    try:
        yield new
        for made in sorted(new.iterdir()):
            made.replace(target / made.name)
    finally:
        shutil.rmtree(new, ignore_errors=True)
