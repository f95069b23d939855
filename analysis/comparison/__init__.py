"""Sets the sources side by side: which attacks are the same, and what each source says of them."""

from analysis.comparison.figures import compare_figures, name_victims
from analysis.comparison.grouping import ComparisonError
from analysis.comparison.incidents import compare_attacks, compare_incidents, compare_links

__all__ = [
    "ComparisonError",
    "compare_attacks",
    "compare_figures",
    "compare_incidents",
    "compare_links",
    "name_victims",
]
