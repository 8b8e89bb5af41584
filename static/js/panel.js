// The panel beside the board: focus goes in and comes back, and it tells the session as it is after every change.

import { held } from "./hand.js";

const panel = document.getElementById("panel");

const body = () => panel.querySelector("[data-panel-session]");

let openedBy = null;
let asked = null; // the refresh under way: a later one, or another session, takes its place

const close = () => {
  const ids = [openedBy, `open-${body().dataset.panelSession}`, "board-title"];
  panel.replaceChildren();
  ids.map((id) => id && document.getElementById(id)).find(Boolean).focus();
};

const actionOf = (element) => (panel.contains(element) ? element.closest("form")?.dataset.action : null);

const ask = async (url) => {
  asked?.abort();
  asked = new AbortController();
  const { signal } = asked;
  const response = await fetch(url, { headers: { "HX-Request": "true" }, signal }).catch(() => null);
  const text = await response?.text().catch(() => null);
  return text === null || signal.aborted ? {} : { response, text };
};

// A session that is gone has no panel.
const refresh = async () => {
  const { id } = document.activeElement;
  const action = actionOf(document.activeElement);
  const day = document.activeElement.closest("[data-hours-day]")?.dataset.hoursDay;
  const hadFocus = panel.contains(document.activeElement);
  const { response, text } = await ask(body().dataset.panelUrl);
  if (!response || !body()) return;
  if (!response.ok || response.redirected) return close();
  panel.innerHTML = text;
  htmx.process(panel);
  if (!hadFocus) return;
  const part = panel.querySelector(`[data-hours-day="${day}"]`) ?? panel;
  const same = id && document.getElementById(id);
  const again = same || part.querySelector(`form[data-action="${action}"] [type="submit"]`);
  (again?.closest("details:not([open])")?.querySelector("summary") ?? again ?? document.getElementById("panel-title")).focus();
};

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.target.id === "board" && body()) refresh();
});

document.addEventListener("htmx:afterSwap", (event) => {
  const { target, requestConfig } = event.detail;
  if (target.id === "ways-on") document.getElementById("ways-on-title")?.focus();
  if (target !== panel) return;
  asked?.abort();
  openedBy = requestConfig.elt.id;
  document.getElementById("panel-title")?.focus();
});

panel.addEventListener("click", (event) => {
  if (!event.target.closest("[data-panel-close]")) return;
  event.preventDefault();
  close();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && body() && !held() && !document.querySelector(":popover-open")) close();
});
