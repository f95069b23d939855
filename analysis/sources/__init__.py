"""From a folder of news reports to Sources: text as received, what is known of it, what is page furniture.

`read_sources` reads a folder, `write_sidecar` writes a sources.csv to fill in, `find_warnings` says what a reader
should know of a corpus. Whatever cannot be used is a SourcesError, or an Unread of the corpus, with one line that
says the mend.
"""

from analysis.sources.errors import SourcesError
from analysis.sources.folder import find_warnings, read_sources, write_sidecar
from analysis.sources.source import Corpus, Source, Unread

__all__ = ["Corpus", "Source", "SourcesError", "Unread", "find_warnings", "read_sources", "write_sidecar"]
