"""What forms here share."""

from kith.design.forms import KithForm
from kith.safety.rules import MOST_LETTERS

WORDS = {"limit": MOST_LETTERS, "tell_limit": False, "rows": 3}
FEW_READ = "Only whoever reads this worry sees it."
PLACE_READ = "Only the few who answer for safety see this."
LEADS_READ = "Only whoever looks after rights and safety sees it."


class OneOfSeveral(KithForm):
    """One of the forms on a page: each box has an id of its own. `seen_by` stands beside the first box of words."""

    seen_by = ""
    first = "words"

    def __init__(self, *args, **more):
        super().__init__(*args, **{"auto_id": f"id_{type(self).__name__.lower()}_%s"} | more)
        if self.seen_by:
            self.fields[self.first].seen_by = self.seen_by
