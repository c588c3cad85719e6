// Small kindnesses. Every page works without them.
(function () {
  "use strict";

  // A box that is too full is not sent: the words stay in it, and the limit is told.
  function tooFull(form) {
    return Array.from(form.querySelectorAll("[data-limit]")).find(function (box) {
      return box.value.length > Number(box.dataset.limit);
    });
  }
  function holdBack(event, form) {
    var box = form && tooFull(form);
    if (!box) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    var said = document.getElementById(box.id + "_limit") || document.createElement("p");
    said.id = box.id + "_limit";
    said.className = "field-error";
    said.setAttribute("role", "alert");
    said.textContent = "This is " + box.value.length.toLocaleString("en-GB") + " letters, and " +
      Number(box.dataset.limit).toLocaleString("en-GB") + " fit here. All of it is still in the box.";
    box.before(said);
    if (event.type === "submit") box.focus();
  }
  document.addEventListener("submit", function (event) { holdBack(event, event.target); }, true);
  document.addEventListener("htmx:beforeRequest", function (event) {
    var from = event.detail.elt;
    holdBack(event, from && from.closest && from.closest("form"));
  });

  // Copies the text of the element that data-copy names; a form around the button is then sent, to remember it.
  function copyOldWay(from) {
    var folded = from.closest("details");
    if (folded) folded.open = true;
    if (from.select) from.select(); else window.getSelection().selectAllChildren(from);
    document.execCommand("copy");
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    var from = button && document.querySelector(button.dataset.copy);
    if (!from) return;
    var text = "value" in from ? from.value : from.innerText;
    var copied = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
    copied.catch(function () { copyOldWay(from); }).then(function () { if (button.form) button.form.requestSubmit(); });
  });

  // Whoever chooses an answer that asks for more finds the place for it open: data-opened-by is "name=value".
  document.addEventListener("change", function (event) {
    var chosen = event.target.name + "=" + event.target.value;
    document.querySelectorAll("[data-opened-by]").forEach(function (place) {
      if (place.dataset.openedBy === chosen && event.target.checked) place.querySelector("details").open = true;
    });
  });

  function wake(place) {
    place.querySelectorAll("[data-copy][hidden]").forEach(function (button) { button.hidden = false; });
    place.querySelectorAll("[data-print][hidden]").forEach(function (button) { button.hidden = false; });
    var summary = place.querySelector(".error-summary");
    if (summary) summary.focus();
  }
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) window.print();
  });
  document.addEventListener("DOMContentLoaded", function () { wake(document); });
  document.addEventListener("htmx:afterSwap", function (event) { wake(event.detail.target || document); });
})();
