"""What a version of SQLite leaves behind in a file that it wrote, set to zero.

Two versions write the same tables with the same content in the same pages, but the number of the version stands in the
head of the file, and what was once in the unused middle of a page may still be there. Neither means anything to a
reader (https://www.sqlite.org/fileformat2.html, sections 1.3.15 and 1.6).
"""

from __future__ import annotations

from pathlib import Path

#: bytes of a page
PAGE = 4096
#: bytes at the beginning of the file, before the first page's own head
_HEAD = 100
#: where the head of the file holds the version of the library that wrote it
_VERSION = slice(96, 100)
#: the first byte of a page of a b-tree, with the size of its head; a page of any other kind begins with 0
_HEADS = {0x02: 12, 0x05: 12, 0x0A: 8, 0x0D: 8}


def clear_remains(path: Path) -> None:
    """Rewrite a database of pages of `PAGE` bytes, vacuumed and closed, without what its writer left behind."""
    data = bytearray(path.read_bytes())
    data[_VERSION] = bytes(4)
    for start in range(0, len(data), PAGE):
        _clear_page(data, start, _HEAD if start == 0 else 0)
    path.write_bytes(data)


def _clear_page(data: bytearray, start: int, skipped: int) -> None:
    """Clear the gap between the pointers to the cells, which grow from the head, and the cells, from the end."""
    head = start + skipped
    size = _HEADS.get(data[head])
    if size is None:
        return
    cells = int.from_bytes(data[head + 3 : head + 5])
    first, last = head + size + 2 * cells, start + int.from_bytes(data[head + 5 : head + 7])
    data[first:last] = bytes(max(0, last - first))
