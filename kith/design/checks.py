"""What `kith check` says about the numbers for help."""

from django.conf import settings
from django.core import checks
from django.utils import timezone

from .help_now import help_now, problem_with_own


@checks.register(checks.Tags.compatibility, deploy=True)
def help_is_looked_over(app_configs, **kwargs) -> list[checks.CheckMessage]:
    """Says so when the organisation's own file cannot be read, or when nobody looked the numbers over for a year."""
    found: list[checks.CheckMessage] = []
    problem = problem_with_own()
    if settings.HELP_FILE and problem:
        found.append(checks.Error(problem, id="design.E001"))
    if help_now().is_to_be_looked_over(timezone.localdate()):
        words = (
            f"The numbers under “Help now” were last looked over on {help_now().reviewed_on:%d %B %Y}: please check."
        )
        found.append(checks.Warning(words, id="design.W001"))
    return found
