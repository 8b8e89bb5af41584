// What goes with every fresh board: the focus where it was, and a sentence when a request failed.

import { letGo } from "./hand.js";
import { tell } from "./announcer.js";

const NOT_REACHED = "That did not reach the server. Nothing changed.";
const SENTENCES = {
  403: "This page is out of date. Reload it, then try again.",
  404: "That session is no longer there. Here is the week as it stands.",
  429: "That was a lot at once. Wait a minute, then try again.",
};

let focused = null;

const isBoard = (element) => element?.id === "board";

const remember = () => {
  const at = document.activeElement;
  const card = at?.closest("[data-session], [data-panel-session], [data-offer]")?.dataset;
  const id = card?.session ?? card?.panelSession ?? card?.offer;
  const ids = [at?.id, id && `actions-${id}`, id && `open-${id}`, "add", "board-title"];
  return { lost: at && at !== document.body && at.closest("#board") !== null, ids: ids.filter(Boolean) };
};

const restore = () => {
  if (!focused?.lost || (document.activeElement && document.activeElement !== document.body)) return;
  for (const id of focused.ids) {
    document.getElementById(id)?.focus({ preventScroll: true });
    if (document.activeElement?.id === id) return;
  }
};

// Where the log-in has run out, the answer is another page.
const isRedirected = ({ xhr, pathInfo }) =>
  new URL(xhr.responseURL).pathname !== new URL(pathInfo.requestPath, location.href).pathname;

const openAddForm = () => document.querySelector("#add-session[data-open]")?.showPopover();

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400) return;
  if (isRedirected(event.detail)) {
    event.detail.shouldSwap = false;
    location.reload();
  } else if (isBoard(event.detail.target)) {
    focused = remember();
    letGo();
  }
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (!isBoard(event.target)) return;
  openAddForm();
  restore();
});

for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, () => { letGo(); tell(NOT_REACHED); });
}

document.addEventListener("htmx:responseError", async ({ detail }) => {
  const { status } = detail.xhr;
  const board = document.getElementById("board");
  letGo();
  if (status === 404 && detail.requestConfig.path !== board.dataset.boardUrl) {
    await htmx.ajax("GET", board.dataset.boardUrl, { target: "#board", swap: "outerHTML" });
  }
  tell(SENTENCES[status] ?? NOT_REACHED);
});

openAddForm();
