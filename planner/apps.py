"""The planner as a Django app."""

from django.apps import AppConfig


class PlannerConfig(AppConfig):
    """App label `planner`; the package is also the project."""

    name = "planner"
    verbose_name = "Planner"
