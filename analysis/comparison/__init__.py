"""Sets the sources side by side: which attacks are the same, and what each source says of them."""

from analysis.comparison.agreement import compare_agreement
from analysis.comparison.figures import compare_figures, compare_movement, name_victims
from analysis.comparison.grouping import ComparisonError
from analysis.comparison.incidents import compare_attacks, compare_incidents, compare_links

__all__ = [
    "ComparisonError",
    "compare_agreement",
    "compare_attacks",
    "compare_figures",
    "compare_incidents",
    "compare_links",
    "compare_movement",
    "name_victims",
]
