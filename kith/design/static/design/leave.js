// “Leave this page” in the place of this page, so that going back does not lead to it; three times Escape does the same.
(function () {
  "use strict";

  var link = document.querySelector("[data-leave]"), times = 0, last = 0;
  if (!link) return;
  function leave(event) {
    event.preventDefault();
    document.documentElement.hidden = true; // at once, however slow the other page is
    window.location.replace(link.href);
  }
  link.addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    times = event.key === "Escape" && event.timeStamp - last < 2000 ? times + 1 : Number(event.key === "Escape");
    last = event.timeStamp;
    if (times === 3) leave(event);
  });
})();
