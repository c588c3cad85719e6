// Near the end of a quiet time: a small notice, and one press to stay. Pages say until when without it too.
(function () {
  "use strict";

  var place = document.querySelector("[data-stays-for]");
  if (!place) return;
  var lasts = Number(place.dataset.staysFor);
  var early = Math.min(180, lasts / 4);
  var asked = { headers: { Accept: "application/json" }, cache: "no-store", credentials: "same-origin" };
  var waiting = 0;

  function later(seconds, then) {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(then, Math.max(seconds, 1) * 1000);
  }
  function form() { return place.querySelector("form"); }
  function quiet() { if (form()) form().closest(".staying").remove(); }

  // Another page may have been pressed meanwhile, so the server is asked.
  function look() {
    fetch("/stay/", asked).then(function (answer) { return answer.json(); }).then(function (told) {
      if (told.left > early) { quiet(); later(told.left - early, look); return; }
      if (told.left > 15) { warn(); later(told.left - 12, look); return; }
      leave();
    }).catch(function () { later(30, look); });
  }

  function warn() {
    if (form()) return;
    place.append(place.querySelector("template").content.cloneNode(true));
    form().addEventListener("submit", function (event) {
      event.preventDefault();
      fetch("/stay/", Object.assign({ method: "POST", body: new FormData(form()) }, asked))
        .then(function (answer) { return answer.json(); })
        .then(function (told) { quiet(); later(told.left - early, look); })
        .catch(function () { later(5, look); });
    });
  }

  function wasTyped(one) {
    return Array.from(one.elements).some(function (box) {
      if (box.type === "checkbox" || box.type === "radio") return box.checked !== box.defaultChecked;
      return "defaultValue" in box && box.type !== "hidden" && box.value !== box.defaultValue;
    });
  }

  // What stands in the forms is held on the server for this account alone; then the screen shows nothing of it.
  function leave() {
    var here = window.location.pathname + window.location.search;
    var typed = Array.from(document.querySelectorAll("main form[method=post]")).filter(wasTyped);
    var held = typed.map(function (one) {
      var words = new FormData(one);
      words.append("kept-page", here);
      words.append("kept-action", new URL(one.getAttribute("action") || here, window.location.href).pathname);
      return fetch("/keep/", Object.assign({ method: "POST", body: words }, asked))
        .then(function (answer) { if (!answer.ok) throw new Error("not held"); });
    });
    Promise.all(held).then(function () { later(15, function () {
      window.onbeforeunload = null;
      window.location.replace("/account/login/?next=" + encodeURIComponent(here));
    }); }).catch(quiet);
  }

  later(lasts - early - 60, look);
})();
