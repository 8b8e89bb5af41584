// The ways to make a week fit, docked under the board: the focus goes to them and back, the board stays in sight.

import { empty } from "./requests.js";
import { clearPreview, preview } from "./ways.js";

const dock = () => document.querySelector("#repair [data-ways]");

const wayOf = (element) => element?.closest?.("#repair [data-way]");

const show = (way) => {
  if (!way || way.hasAttribute("data-shown")) return;
  for (const other of dock().querySelectorAll("[data-shown]")) delete other.dataset.shown;
  way.dataset.shown = "";
  preview(way);
};

const close = () => {
  clearPreview();
  empty(document.getElementById("repair"));
  (document.getElementById("make-it-fit") ?? document.getElementById("board-title")).focus({ preventScroll: true });
};

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id !== "repair" || !dock()) return;
  show(dock().querySelector("[data-way]"));
  if (document.querySelector("[data-in-hand]")) return;
  document.querySelector("#board .days").scrollIntoView({ block: "nearest" });
  document.getElementById("repair-title").focus({ preventScroll: true });
});

for (const name of ["pointerover", "focusin", "click"]) {
  document.addEventListener(name, ({ target }) => show(wayOf(target)));
}

// On a phone the ways lie side by side: the one that was swiped to is shown.
document.addEventListener("scrollend", ({ target }) => {
  const ways = target.querySelectorAll?.(":scope > [data-way]");
  if (!ways?.length) return;
  const left = target.getBoundingClientRect().left;
  const away = (way) => Math.abs(way.getBoundingClientRect().left - left);
  show([...ways].reduce((nearest, way) => (away(way) < away(nearest) ? way : nearest)));
}, true);

document.addEventListener("click", ({ target }) => {
  if (target.closest?.("[data-close-ways]")) close();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !dock() || document.querySelector(":popover-open, [data-in-hand], [data-panel-session]")) return;
  close();
});
