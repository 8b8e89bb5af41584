"""When a plan last changed in the eyes of its calendar feeds: raised by whatever changes what they tell."""

from planner import clock
from planner.models import Plan


def announce(*, plan: Plan) -> None:
    """Say that what feeds tell of the plan may have changed; in memory too. The next poll makes their bytes anew."""
    plan.feed_changed_at = clock.later(plan.feed_changed_at, clock.now())
    plan.save(update_fields=["feed_changed_at"])
