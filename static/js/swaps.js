// What goes with every fresh board: the focus where it was, the address of its week, and cards that glide to their place.

import { held, letGo, takeAgain } from "./hand.js";
import { typed } from "./typed.js";
import "./failures.js";

const still = matchMedia("(prefers-reduced-motion: reduce)");

let focused = null;
let openAgain = null; // opens what was open on the board before, with what was typed there
let week = document.getElementById("board")?.dataset.week;

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

// A card dropped in another week leaves that week on the screen: a reload must show the same.
const followWeek = ({ dataset }) => {
  if (held() || dataset.week === week) return;
  week = dataset.week;
  history.replaceState(history.state, "", dataset.boardUrl.replace(/board\/$/, ""));
  document.title = `${document.getElementById("board-title").textContent} · Tandem`;
};

// Where the log-in has run out, the answer is another page.
const isRedirected = ({ xhr, pathInfo }) =>
  new URL(xhr.responseURL).pathname !== new URL(pathInfo.requestPath, location.href).pathname;

// What was opened meanwhile is not closed by an answer to something else.
const keepOpen = (asking) => {
  const open = document.querySelector("#board :popover-open");
  if (!open || open.contains(asking)) return null;
  const putBack = typed(open);
  return () => {
    const again = document.getElementById(open.id);
    if (!again) return;
    again.showPopover({ source: document.querySelector(`[popovertarget="${open.id}"]`) });
    putBack(again);
  };
};

const openAddForm = () => document.querySelector("#add-session[data-open]")?.showPopover();

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.shouldSwap) return;
  if (isRedirected(event.detail)) {
    event.detail.shouldSwap = false;
    location.reload();
  } else if (isBoard(event.detail.target)) {
    focused = remember();
    openAgain = keepOpen(event.detail.requestConfig.elt);
    if (held()?.sent) letGo({ stay: true });
    event.detail.swapOverride = `outerHTML settle:0ms${glides(event.detail) ? " transition:true" : ""}`;
  }
});

// Nothing glides to a place where a hand laid it, nor under a card in the hand.
const glides = ({ swapOverride }) => !swapOverride && !held() && !still.matches;

// HTMX settles at once, so that no press finds a board that is not its own yet; what slides has to be drawn where it was.
document.addEventListener("htmx:afterSwap", ({ target }) => isBoard(target) && target.getBoundingClientRect());

document.addEventListener("htmx:afterSettle", (event) => {
  if (!isBoard(event.target)) return;
  openAddForm();
  openAgain?.();
  openAgain = null;
  restore();
  takeAgain();
  followWeek(event.target);
});

openAddForm();
