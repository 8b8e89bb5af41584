// Drag by pointer: a mouse takes a card anywhere, a finger or pen by its handle, so that the page still scrolls.
// All listeners are on the document, so a new board needs no new ones.

import { aim, drop, held, letGo, pickUp } from "./hand.js";
import { dateAt } from "./days.js";
import { ghostOf, scrollNear } from "./ghost.js";

const THRESHOLD = 5;
const CONTROLS = "button:not([data-handle]), input, select, form, [popover]";

let press = null; // a pointer that is down on a card: { id, card, x, y }, at first no drag yet

const isDragged = () => Boolean(press && held()?.ghost && !held().dropped);

const cardUnder = (event) => {
  const target = event.target;
  if (!event.isPrimary || event.button !== 0 || target.closest(CONTROLS)) return null;
  if (event.pointerType !== "mouse" && !target.closest("[data-handle]")) return null;
  return target.closest('#board [data-movable="true"]');
};

const start = () => {
  const { card, x, y } = press;
  const ghost = ghostOf(card, x, y);
  pickUp(card, { ghost });
  card.classList.add("placeholder");
  getSelection().removeAllRanges();
  scrollNear(() => isDragged() && press, follow);
};

const follow = () => {
  const { x, y } = press;
  held().ghost.follow(x, y);
  const date = dateAt(document.elementFromPoint(x, y));
  if (date !== held().target) aim(date);
};

// The click that ends a drag would open what lies under the pointer.
const swallowClick = () => {
  const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
};

const end = (finish) => {
  const dragged = isDragged();
  press = null;
  if (dragged) finish();
  return dragged;
};

const mine = (event) => press?.id === event.pointerId;

document.addEventListener("pointerdown", (event) => {
  const card = held() ? null : cardUnder(event);
  if (card) press = { id: event.pointerId, card, x: event.clientX, y: event.clientY };
});

document.addEventListener("pointermove", (event) => {
  if (!mine(event)) return;
  const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) >= THRESHOLD;
  if (!held() && far && press.card.isConnected) start();
  if (!isDragged()) return;
  Object.assign(press, { x: event.clientX, y: event.clientY });
  follow();
});

document.addEventListener("pointerup", (event) => {
  if (mine(event) && end(drop)) swallowClick();
});

document.addEventListener("pointercancel", (event) => {
  if (mine(event)) end(letGo);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isDragged()) return;
  event.stopImmediatePropagation();
  end(letGo);
  addEventListener("pointerup", swallowClick, { once: true });
}, true);

// The browser's own drag of links would take the pointer away.
document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("#board")) event.preventDefault();
});
