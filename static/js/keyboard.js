// Moves a card without dragging: its handle picks it up, arrow keys or a press on a day choose where, Escape puts it back.

import { aim, aimTurned, drop, held, isAway, isHere, isTaken, letGo, pickUp, placesOn } from "./hand.js";
import { dateAt, dates, placeAt } from "./days.js";
import { announce } from "./announcer.js";
import { ghostOf } from "./ghost.js";
import { neighbour, open } from "./travel.js";
import { gettext, interpolate } from "./words.js";

const DAYS = { ArrowLeft: -1, ArrowRight: 1, Home: -7, End: 7 };
const PLACES = { ArrowUp: -1, ArrowDown: 1 };
const WEEKS = { PageUp: -1, PageDown: 1 };
const TURNED = "turned";

const PICKED_UP = gettext(
  "Picked up {card}. Left and right choose a day, up and down a place, " +
    "page up and page down a week. Enter drops it there, Escape puts it back.",
);
const PICKED_UP_WITH_ORDER = gettext(
  "Picked up {card}. Left and right choose a day, up and down a place or the order, " +
    "page up and page down a week. Enter drops it there, Escape puts it back.",
);

const inHand = () => (held()?.speaks && !held().dropped ? held() : null);

const start = (handle) => {
  const card = handle.closest("[data-session]");
  if (isTaken(card)) return;
  pickUp(card, { speaks: true });
  announce(interpolate(card.dataset.order ? PICKED_UP_WITH_ORDER : PICKED_UP, { card: card.dataset.label }));
};

const target = () => held().target ?? held().from;

const go = (date, stop = null) => {
  held().opening = "";
  if (stop === TURNED) aimTurned(true);
  else aim(date, stop);
  document.getElementById(`day-${date}`).scrollIntoView({ block: "nearest" });
};

const step = (by) => {
  const days = dates();
  go(days[Math.min(Math.max(days.indexOf(target()) + by, 0), days.length - 1)]);
};

// Where a card can be put on a day, in time order, and on its own day the other order.
const stops = (date) => {
  const places = placesOn(date).length > 1 ? placesOn(date).map((_, number) => number) : [null];
  const turns = date === held().from && !isAway() && held().turn?.possible;
  return turns ? [...places, TURNED] : places;
};

const stopNow = () => {
  const { turned, place, answers, card } = held();
  if (turned) return TURNED;
  if (place !== null || placesOn(target()).length < 2) return place;
  const start = answers[target()]?.start ?? card.dataset.start;
  return placesOn(target()).findIndex((one) => one.start === start);
};

// Through the places of a day and on to the next day.
const stepPlace = (by) => {
  const here = stops(target());
  const next = here.indexOf(stopNow()) + by;
  if (next >= 0 && next < here.length) return go(target(), here[next]);
  const days = dates();
  const day = days[days.indexOf(target()) + by];
  if (day) go(day, stops(day).at(by > 0 ? 0 : -1));
};

const stepWeek = async (by) => {
  const week = neighbour(by);
  if (!week) return announce(by > 0 ? gettext("There is no later week.") : gettext("There is no earlier week."));
  const mine = held();
  const weekday = dates().indexOf(target());
  if (!mine.ghost) {
    mine.ghost = ghostOf(mine.card, 0, 0);
    mine.ghost.pin();
  }
  if (!(await open(week))) return;
  if (!isAway()) { mine.ghost?.remove(); mine.ghost = null; }
  const title = document.getElementById("board-title");
  (isAway() ? title : mine.card.querySelector("[data-handle]")).focus({ preventScroll: true });
  mine.opening = `${interpolate(gettext("Week of {week}. {card} is in your hand."), { week: title.textContent, card: mine.card.dataset.label })} `;
  aim(dates()[weekday]);
};

const putBack = () => {
  const day = held().fromName;
  letGo();
  announce(interpolate(gettext("Put back on {day}."), { day }));
};

const dropHere = () => {
  if (isHere()) putBack();
  else drop();
};

// While a card is held, a click means a place for it: Enter and Space on its handle click too.
const put = (element) => {
  const date = dateAt(element);
  if (element.closest("[data-handle]")?.closest("[data-session]") === held().card) dropHere();
  else if (date) { aim(date, placeAt(element)); dropHere(); }
  else putBack();
};

document.addEventListener("click", (event) => {
  const handle = event.target.closest("[data-handle]");
  // While a week is on its way a click, too, can mean nothing.
  if (inHand()) { if (!held().travels) put(event.target); }
  else if (handle) start(handle);
  else return;
  event.preventDefault();
  event.stopPropagation();
}, true);

document.addEventListener("keydown", (event) => {
  // A key held down would pick up and drop in turns.
  const presses = ["Enter", " "].includes(event.key);
  if (event.repeat && presses && event.target.closest("[data-handle]")) event.preventDefault();
  if (!inHand()) return;
  // While a week is on its way no key but the one that puts back can mean anything.
  if (held().travels && event.key !== "Escape") event.preventDefault();
  else if (event.key in DAYS) step(DAYS[event.key]);
  else if (event.key in PLACES) stepPlace(PLACES[event.key]);
  else if (event.key in WEEKS) stepWeek(WEEKS[event.key]);
  else if (event.key === "Escape" || event.key === "Tab") putBack();
  else if (presses && isAway()) dropHere();
  else return;
  if (event.key !== "Tab") event.preventDefault();
  event.stopImmediatePropagation();
}, true);
