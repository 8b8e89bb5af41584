// The panel beside the board: focus goes in and comes back, and it tells the session as it is after every change.

import { held } from "./hand.js";
import { empty } from "./requests.js";
import { markSent, typed } from "./typed.js";

const panel = document.getElementById("panel");

const body = () => panel.querySelector("[data-panel-session]");

let openedBy = null;
let asked = null; // the refresh under way: a later one, or another session, takes its place
let look = null; // what was opened last, and whether the board has changed since: { xhr, isOld }

const close = () => {
  const ids = [openedBy, `open-${body().dataset.panelSession}`, "board-title"];
  empty(panel);
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

// Where the focus is, once the panel is another: on the same control, else on the same form's button.
const remember = () => {
  const at = document.activeElement;
  const { id, selectionStart, selectionEnd } = at;
  const action = actionOf(at);
  const day = at.closest("[data-hours-day]")?.dataset.hoursDay;
  return () => {
    const part = panel.querySelector(`[data-hours-day="${day}"]`) ?? panel;
    const same = id && document.getElementById(id);
    const again = same || part.querySelector(`form[data-action="${action}"] [type="submit"]`);
    (again?.closest("details:not([open])")?.querySelector("summary") ?? again ?? document.getElementById("panel-title")).focus();
    if (same && selectionStart != null) same.setSelectionRange(selectionStart, selectionEnd);
  };
};

// A session that is gone has no panel.
const refresh = async () => {
  const { response, text } = await ask(body().dataset.panelUrl);
  if (!response || !body()) return;
  if (!response.ok || response.redirected) return close();
  const focus = panel.contains(document.activeElement) && remember();
  const putBack = typed(panel);
  empty(panel);
  panel.innerHTML = text;
  putBack(panel);
  htmx.process(panel);
  if (focus) focus();
};

document.addEventListener("htmx:afterSettle", ({ target, detail: { requestConfig } }) => {
  if (target.id !== "board") return;
  if (look) look.isOld = true;
  if (!body()) return;
  if (panel.contains(requestConfig.elt)) markSent(requestConfig.elt, requestConfig.formData);
  refresh();
});

document.addEventListener("htmx:beforeSend", ({ detail: { target, xhr } }) => {
  if (target === panel) look = { xhr, isOld: false };
});

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target === panel && detail.xhr !== look?.xhr) detail.shouldSwap = false;
});

document.addEventListener("htmx:afterSwap", (event) => {
  const { target, requestConfig } = event.detail;
  if (target.id === "ways-on") document.getElementById("ways-on-title")?.focus();
  if (target !== panel) return;
  asked?.abort();
  openedBy = requestConfig.elt.id;
  document.getElementById("panel-title")?.focus();
  if (look.isOld) refresh();
});

panel.addEventListener("click", (event) => {
  if (!event.target.closest("[data-panel-close]")) return;
  event.preventDefault();
  close();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && body() && !held() && !document.querySelector(":popover-open")) close();
});
