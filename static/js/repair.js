// The ways to make a week fit come in under the findings: the focus goes to them, and the page no farther than needed.

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id !== "repair") return;
  document.getElementById("repair-title")?.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
});
