// Moves a card without dragging: its handle picks it up, arrow keys or a press on a day choose where, Escape puts it back.

import { aim, drop, held, letGo, pickUp } from "./hand.js";
import { dateAt, dates, longName } from "./days.js";
import { announce } from "./announcer.js";

const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1, Home: -7, End: 7 };

const inHand = () => (held()?.speaks && !held().dropped ? held() : null);

const start = (handle) => {
  const card = handle.closest("[data-session]");
  pickUp(card, { speaks: true });
  card.classList.add("picked-up");
  announce(`Picked up ${card.dataset.label}. Arrow keys choose a day, Enter drops it there, Escape puts it back.`);
};

const step = (by) => {
  const days = dates();
  const at = days.indexOf(held().target ?? held().from);
  const to = Math.min(Math.max(at + by, 0), days.length - 1);
  aim(days[to]);
  document.getElementById(`day-${days[to]}`).scrollIntoView({ block: "nearest" });
};

const putBack = () => {
  const day = longName(held().from);
  letGo();
  announce(`Put back on ${day}.`);
};

const dropHere = () => {
  if (!held().target || held().target === held().from) putBack();
  else drop();
};

// While a card is held, a click means a place for it: Enter and Space on its handle click too.
const place = (target) => {
  const date = dateAt(target);
  if (target.closest("[data-handle]")?.closest("[data-session]") === held().card) dropHere();
  else if (date) { aim(date); dropHere(); }
  else putBack();
};

document.addEventListener("click", (event) => {
  const handle = event.target.closest("[data-handle]");
  if (inHand()) place(event.target);
  else if (handle && !held()) start(handle);
  else return;
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener("keydown", (event) => {
  // A key held down would pick up and drop in turns.
  if (event.repeat && event.target.closest("[data-handle]") && ["Enter", " "].includes(event.key)) event.preventDefault();
  if (!inHand()) return;
  if (event.key in STEPS) step(STEPS[event.key]);
  else if (event.key === "Escape" || event.key === "Tab") putBack();
  else return;
  if (event.key !== "Tab") event.preventDefault();
  event.stopImmediatePropagation();
}, true);
