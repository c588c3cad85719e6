// Passkeys are offered where the device has them, and a passkey that was not used is told in words.
(function () {
  "use strict";

  document.addEventListener("DOMContentLoaded", function () {
    if (!window.PublicKeyCredential) return;
    document.querySelectorAll("[data-passkey]").forEach(function (place) { place.hidden = false; });
    document.querySelectorAll("[data-no-passkey]").forEach(function (place) { place.hidden = true; });
  });
  document.addEventListener("allauth.error", function (event) {
    event.preventDefault();
    document.querySelectorAll("[data-passkey-trouble]").forEach(function (place) { place.hidden = false; });
  });
})();
