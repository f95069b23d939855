"""What a build does not load, and that it is there afterwards for those who need it."""

from __future__ import annotations

import subprocess
import sys

PRELOADED = """
import gc, sys
from analysis.briefing.run import preload
preload()
assert gc.isenabled() and gc.get_freeze_count()
assert "pandas" in sys.modules and not {"pyarrow", "rfc3987_syntax", "rfc3986_validator", "arrow"} & sys.modules.keys()
import pandas, pyarrow.parquet
from io import BytesIO
made = BytesIO()
frame = pandas.DataFrame({"place": ["Basra", None]}, dtype="str")
frame.to_parquet(made)
assert pandas.read_parquet(made).equals(frame)
"""


def test_slow_libraries_are_kept_out_while_a_build_loads_and_not_afterwards() -> None:
    subprocess.run([sys.executable, "-c", PRELOADED], check=True)
