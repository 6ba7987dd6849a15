/* Shows a password on demand and keeps a form from being sent twice. Every page works without it. */
document.querySelectorAll("button.show").forEach((button) => button.addEventListener("click", () => {
  const input = document.getElementById(button.getAttribute("aria-controls"));
  const hidden = input.type === "password";
  input.type = hidden ? "text" : "password";
  button.textContent = hidden ? button.dataset.hide : button.dataset.show;
  button.setAttribute("aria-pressed", String(hidden));
}));
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  const button = event.submitter;
  if (button && form.dataset.busy && button.classList.contains("primary")) {
    setTimeout(() => {
      button.setAttribute("aria-disabled", "true");
      button.textContent = form.dataset.busy;
    });
  }
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
