"""The design app: templates, styles and drawings. It remembers nothing."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    name = "kith.design"
    verbose_name = "Design"
