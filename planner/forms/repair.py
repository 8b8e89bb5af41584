"""The choice of a way to make a week fit."""

from planner.forms.actions import VersionForm
from planner.forms.fields import KeyField


class RepairForm(VersionForm):
    """The version of the week, and the key of the proposal that is to be done."""

    proposal = KeyField()
