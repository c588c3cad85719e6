// Passkeys are offered where the device has them, and a passkey that was not used is told in words.
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", function () {
    if (!window.PublicKeyCredential) return;
    document.querySelectorAll("[data-passkey]").forEach(function (place) { place.hidden = false; });
    document.querySelectorAll("[data-no-passkey]").forEach(function (place) { place.hidden = true; });
  });
  // One choice of device on the page, also for the form of the passkey.
  document.addEventListener("change", function (event) {
    document.querySelectorAll("[data-same-as='" + event.target.name + "']").forEach(function (box) {
      box.value = event.target.value;
    });
  });
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    document.querySelectorAll("[data-passkey-trouble]").forEach(function (place) { place.hidden = false; });
  });
})();
