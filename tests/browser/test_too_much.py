"""Five megabytes in a box: with script it is held back and the limit told; without, the server says so."""

import pytest

from tests.browser.visitor import Visitor

FIVE_MEGABYTES = 5_000_000


@pytest.mark.shows("Q-18")
@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.fault("F-25")
def test_five_megabytes_stay_in_the_box_and_the_limit_is_told(arrive, javascript):
    vish: Visitor = arrive("Vish", javascript=javascript)
    vish.meets_soon("Greg")
    vish.follows("Write up")
    sent = []
    vish.page.on("request", lambda request: sent.append(request.method))
    box = vish.page.get_by_label("What you talked about")
    box.evaluate("(box, size) => { box.value = 'b'.repeat(size); }", FIVE_MEGABYTES)
    vish.presses("Done")
    vish.sees("20,000 fit here. All of it is still in the box.")
    assert box.evaluate("box => box.value.length") == FIVE_MEGABYTES
    assert ("POST" in sent) is not javascript
