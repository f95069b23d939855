"""What a build does not load, and that it is there afterwards for those who need it."""

from __future__ import annotations

import subprocess
import sys

# The process ends without the interpreter's own clearing up, once all has held: Arrow's threads that are still about
# while it clears up can abort the process (apache/arrow issue 34314).
PRELOADED = """
import gc, os, sys
from analysis.briefing.run import preload
preload()
assert gc.isenabled() and gc.get_freeze_count()
assert "pandas" in sys.modules and not {"pyarrow", "rfc3987_syntax", "rfc3986_validator", "arrow"} & sys.modules.keys()
import pandas, pyarrow, pyarrow.parquet
from io import BytesIO
made = BytesIO()
frame = pandas.DataFrame({"place": ["Basra", None]}, dtype="str")
frame.to_parquet(made)
assert pyarrow.parquet.read_table(pyarrow.BufferReader(made.getvalue())).to_pandas().equals(frame)
os._exit(0)
"""


def test_slow_libraries_are_kept_out_while_a_build_loads_and_not_afterwards() -> None:
    subprocess.run([sys.executable, "-c", PRELOADED], check=True)
