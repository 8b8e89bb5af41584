"""The planner as a Django app."""

from django.apps import AppConfig
from django.utils import translation

from planner.engine import speech


class PlannerConfig(AppConfig):
    """App label `planner`; the package is also the project."""

    name = "planner"
    verbose_name = "Planner"

    def ready(self) -> None:
        """Let the engine speak the reader's language."""
        speech.speak_by(translation)
