// Drag by pointer: a mouse takes a card anywhere, a finger or pen by its handle or a band's mark, so that the page still
// scrolls. All listeners are on the document, so a new board needs no new ones.

import { aim, drop, dropOnWeek, held, isAway, isTaken, letGo, pickUp } from "./hand.js";
import { dateAt, placeAt } from "./days.js";
import { ghostOf, scrollNear } from "./ghost.js";
import { arrival, leaveTab, tabAt, waitOn, weekAt } from "./travel.js";
import { bandUnder, isInside, rest, turnInside } from "./turning.js";

const THRESHOLD = 5;
const CONTROLS = "button:not([data-handle]), input, select, form, [popover]";
const MARK = '[data-order]:not([data-order=""]) .band .mark';

let press = null; // a pointer that is down on a card: { id, card, band, x, y, from, started }, at first no drag yet

const isDragged = () => Boolean(press && held()?.ghost && !held().dropped);

const cardUnder = (event) => {
  const target = event.target;
  if (!event.isPrimary || event.button !== 0 || target.closest(CONTROLS)) return null;
  if (event.pointerType !== "mouse" && !target.closest(`[data-handle], ${MARK}`)) return null;
  return target.closest('#board [data-movable="true"]');
};

// A fresh board may have come in between: the card of then is gone, the same session's is where it was.
const isThere = (pressed) => {
  if (pressed.card.isConnected) return true;
  const card = document.getElementById(pressed.card.id);
  if (card?.dataset.movable !== "true" || !card.contains(document.elementFromPoint(pressed.x, pressed.y))) return false;
  Object.assign(pressed, { card, band: bandUnder(card, pressed.x, pressed.y) });
  return true;
};

const start = () => {
  const { card, x, y } = press;
  const mine = press;
  mine.started = true;
  pickUp(card, { ghost: ghostOf(card, x, y) });
  getSelection().removeAllRanges();
  scrollNear(() => press === mine && isDragged() && mine, follow);
};

// Its place stays, faded: nothing there can be used while the card is under the pointer.
const leavePlace = (card, gone) => {
  card.classList.toggle("placeholder", gone);
  if (gone) card.setAttribute("aria-disabled", "true");
  else card.removeAttribute("aria-disabled");
};

const follow = () => {
  if (!isDragged()) return;
  const { x, y } = press;
  const inside = isInside(press);
  held().ghost.show(!inside);
  leavePlace(held().card, !inside && !isAway());
  if (inside) return turnInside(press);
  rest(press);
  held().ghost.follow(x, y);
  const under = document.elementFromPoint(x, y);
  const week = tabAt(under);
  if (week) return waitOn(week, follow);
  leaveTab();
  if (held().travels) return;
  const date = dateAt(under);
  const place = placeAt(under);
  if (date !== held().target || place !== held().place || held().turned) aim(date, place);
};

// The click that ends a drag would open what lies under the pointer.
const swallowClick = () => {
  const swallow = (event) => { event.preventDefault(); event.stopPropagation(); };
  addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", swallow, { capture: true }));
};

const end = (finish) => {
  const dragged = isDragged();
  const mine = press;
  const week = dragged && weekAt(document.elementFromPoint(mine.x, mine.y));
  press = null;
  leaveTab();
  if (!dragged) return mine.started;
  rest(mine);
  finish(week);
  return true;
};

const put = (week) => (week ? dropOnWeek(week, arrival()) : drop());

const back = () => letGo();

const mine = (event) => press?.id === event.pointerId;

document.addEventListener("pointerdown", (event) => {
  const card = cardUnder(event);
  if (!card || isTaken(card)) return;
  const { pointerId: id, clientX: x, clientY: y } = event;
  press = { id, card, band: bandUnder(card, x, y), x, y, from: y };
});

document.addEventListener("pointermove", (event) => {
  if (!mine(event)) return;
  const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) >= THRESHOLD;
  if (!press.started && far && isThere(press) && !isTaken(press.card)) start();
  if (!isDragged()) return;
  Object.assign(press, { x: event.clientX, y: event.clientY });
  follow();
});

// A fresh board came under the card: its place and what lies under the pointer are new, its bands are no longer carried.
document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id !== "board" || !isDragged()) return;
  Object.assign(press, { card: held().card, band: null });
  if (held().travels) return;
  leaveTab();
  follow();
});

document.addEventListener("pointerup", (event) => {
  if (mine(event) && end(put)) swallowClick();
});

document.addEventListener("pointercancel", (event) => {
  if (mine(event)) end(back);
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !isDragged()) return;
  event.stopImmediatePropagation();
  end(back);
  addEventListener("pointerup", swallowClick, { once: true });
}, true);

// A tap on a band's mark, which lies above the card's link, opens the session all the same.
document.addEventListener("click", ({ target }) => {
  if (target.closest?.(`#board ${MARK}`)) target.closest(".card").querySelector("a.card-link")?.click();
});

// The browser's own drag of links would take the pointer away.
document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("#board")) event.preventDefault();
});
