// What is typed into form[data-draft] is kept by the server, never in the browser. Here it is only said, truthfully,
// whether it was, and tried again when the signal returns.
(function () {
  "use strict";

  var NOT_SAVED = "Not saved yet. Keep this page open.";
  var HELD = "There is no signal now. Keep this page open: it is sent when the signal returns.";
  var WAITS = [3, 6, 12, 24, 48]; // seconds from one try to the next
  var FITS_AT_LEAVING = 60000; // letters that a browser still sends while it leaves a page
  var drafts = new Map();

  function stateOf(form) {
    if (!drafts.has(form)) drafts.set(form, { typed: 0, kept: 0, sending: 0, tries: 0, timer: 0, held: null });
    return drafts.get(form);
  }
  function openDrafts() {
    return Array.from(drafts.keys()).filter(function (form) { return form.isConnected; });
  }
  function isUnsaved(form) {
    var state = stateOf(form);
    return state.typed !== state.kept || Boolean(state.held);
  }
  function isDraft(element) {
    return Boolean(element && element.matches && element.matches("form[data-draft]"));
  }
  function says(form, words, link) {
    var place = form.querySelector("[data-saved]") || document.querySelector("[data-saved]");
    if (!place) return;
    place.textContent = words;
    if (link) place.append(" ", link);
  }

  function send(form) {
    var state = stateOf(form), address = form.getAttribute("hx-post");
    clearTimeout(state.timer);
    state.timer = 0;
    if (address && state.typed !== state.kept) {
      window.htmx.ajax("POST", address, { source: form, swap: "none" }).catch(function () {}); // told by its events
    } else if (state.held) {
      fetch("/crisis/", { cache: "no-store" }).then(
        function (answer) { if (answer.ok) goOn(form); else tryLater(form); },
        function () { tryLater(form); });
    }
  }
  function tryLater(form) {
    var state = stateOf(form);
    says(form, state.held ? HELD : NOT_SAVED);
    if (state.timer) return;
    var wait = WAITS[Math.min(state.tries, WAITS.length - 1)];
    state.tries += 1;
    state.timer = setTimeout(function () { send(form); }, wait * 1000);
  }
  // The words have arrived: the button that was pressed goes its usual way, once.
  function goOn(form) {
    var state = stateOf(form), pressed = state.held;
    if (!pressed) return; // two answers came for one press
    state.held = null;
    state.kept = state.typed;
    state.goes = true;
    form.requestSubmit(pressed === form ? undefined : pressed);
    state.goes = false;
  }
  function isSignedOut(form) {
    var link = document.createElement("a");
    link.href = "/account/login/";
    link.target = "_blank";
    link.textContent = "Sign in in another tab";
    stateOf(form).isOut = true;
    says(form, "You are signed out. Your words are still here.", link);
  }
  // Signed in again, in another tab: this page takes what it needs to go on; nobody else's page is taken for it.
  function comeBack(form) {
    var state = stateOf(form);
    state.isOut = false;
    return fetch(location.href, { cache: "no-store" }).then(function (answer) { return answer.text(); })
      .then(function (html) {
        var page = new DOMParser().parseFromString(html, "text/html");
        var fresh = page.querySelector("main form [name=csrfmiddlewaretoken]");
        if (!fresh || page.body.dataset.person !== document.body.dataset.person) return isSignedOut(form);
        document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach(function (old) { old.value = fresh.value; });
        send(form);
      }).catch(function () { tryLater(form); });
  }
  function wasAnswered(form, answer, isKept) {
    var state = stateOf(form), status = answer.status;
    if (isKept) {
      state.kept = state.sending;
      state.tries = 0;
      state.isStale = false;
      if (state.held) goOn(form);
      else if (state.kept === state.typed) says(form, answer.getResponseHeader("Kith-Saved") || "Saved just now");
    } else if (status === 401) {
      isSignedOut(form);
    } else if (status === 403 && !state.isStale) {
      state.isStale = true;
      comeBack(form);
    } else if (status >= 400 && status < 500 && state.held) {
      goOn(form); // the page that answers says why
    } else {
      tryLater(form);
    }
  }

  // Somebody may type before this script arrives, on a slow line: their words are then sent as if typed now.
  function wasTyped(field) {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    return "defaultValue" in field && field.type !== "hidden" && field.value !== field.defaultValue;
  }
  function catchUp() {
    var came = performance.getEntriesByType("navigation")[0];
    if (came && came.type !== "navigate") return; // a page come back to is filled by the browser, not typed
    document.querySelectorAll("form[data-draft]").forEach(function (form) {
      var field = Array.from(form.elements).find(wasTyped);
      if (field) field.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  document.addEventListener("DOMContentLoaded", catchUp);

  document.addEventListener("input", function (event) {
    var form = event.target.form || event.target;
    if (!isDraft(form)) return;
    stateOf(form).typed += 1;
    if (!stateOf(form).held) return;
    stateOf(form).held = null; // whoever types on is not done
    says(form, NOT_SAVED);
  }, true);
  document.addEventListener("htmx:beforeSend", function (event) {
    if (isDraft(event.detail.elt)) stateOf(event.detail.elt).sending = stateOf(event.detail.elt).typed;
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    var form = event.detail.elt;
    if (isDraft(form)) wasAnswered(form, event.detail.xhr, event.detail.successful);
  });
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (event.defaultPrevented || !isDraft(form) || stateOf(form).goes || !window.htmx) return;
    event.preventDefault();
    stateOf(form).held = event.submitter || form;
    send(form);
  });
  window.addEventListener("online", function () { openDrafts().filter(isUnsaved).forEach(send); });
  window.addEventListener("focus", function () {
    openDrafts().filter(function (form) { return stateOf(form).isOut; }).forEach(comeBack);
  });
  document.addEventListener("visibilitychange", function () {
    if (document.visibilityState === "hidden") openDrafts().filter(isUnsaved).forEach(send);
  });
  window.addEventListener("beforeunload", function (event) {
    openDrafts().filter(isUnsaved).forEach(function (form) {
      var typed = new FormData(form), address = form.getAttribute("hx-post");
      var size = Array.from(typed.values()).join("").length, state = stateOf(form);
      if (!address || state.tries || state.isOut || state.held || size > FITS_AT_LEAVING) event.preventDefault();
      else fetch(address, { method: "POST", body: typed, keepalive: true, headers: { "HX-Request": "true" } }).catch(function () {});
    });
  });
})();
