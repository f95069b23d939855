"""`python -m analysis` is the `briefing` command."""

import sys

from analysis.command import main

sys.exit(main())
