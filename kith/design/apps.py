"""The design app: templates, styles and drawings. It remembers nothing."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "kith.design"
    verbose_name = "Design"

    def ready(self):
        """Lets `kith check` say when the numbers for help are to be looked over."""
        from . import checks  # noqa: F401 - it registers itself
