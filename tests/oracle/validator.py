"""The independent validator's face: made from the training science and the contract, not from the planner."""

from tests.oracle.blocks import block_costs, block_violations
from tests.oracle.hard import hard_violations
from tests.oracle.orders import (
    alternation_broken,
    alternation_broken_at_seam,
    alternation_forced_apart,
    extra_on_wrong_side,
)
from tests.oracle.shape import shape_errors
from tests.oracle.soft import soft_costs
from tests.oracle.windows import broken_limits, unmet_wishes

__all__ = [
    "alternation_broken",
    "alternation_broken_at_seam",
    "alternation_forced_apart",
    "block_costs",
    "block_violations",
    "broken_limits",
    "extra_on_wrong_side",
    "hard_violations",
    "shape_errors",
    "soft_costs",
    "unmet_wishes",
]
