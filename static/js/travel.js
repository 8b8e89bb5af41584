// To another week with a card in the hand: its tab opens it when the card is held there, and takes the card when dropped.

import { aimBeside, held, take } from "./hand.js";
import { gettext, interpolate } from "./words.js";

const HOLD = 650; // ms over a tab until its week opens
const HOLD_ON = 1300; // and then the one after it
const ADDRESS = /^\/week\/(\d{4}-W\d\d)\/$/;

let waiting = null; // { week, tab, timer } while the card is over a tab
let coming = null; // { week, url, mine, done } while a week is on its way

// The strip's links lead to days of the page, not to weeks.
const TAB = '#board nav a[href]:not([href^="#"])';

const weekOf = (link) => ADDRESS.exec(new URL(link.href).pathname)?.[1];

const shown = () => document.getElementById("board").dataset.week;

// The links to other weeks in the board's head, by week.
const tabs = () => {
  const links = Array.from(document.querySelectorAll(TAB), (link) => [weekOf(link), link]);
  return new Map(links.filter(([week]) => week && week !== shown()));
};

export const tabAt = (element) => {
  const link = element?.closest(TAB);
  const week = link && weekOf(link);
  return week && week !== shown() ? week : null;
};

// The nearest week before (-1) or after (1) the one shown that has a tab; weeks' names sort as they follow each other.
export const neighbour = (by) => {
  const weeks = Array.from(tabs().keys()).sort();
  return by < 0 ? weeks.filter((week) => week < shown()).at(-1) : weeks.find((week) => week > shown());
};

export const leaveTab = () => {
  if (!waiting) return;
  clearTimeout(waiting.timer);
  waiting.tab.classList.remove("is-waiting");
  waiting = null;
};

export const waitOn = (week, opened) => {
  if (waiting?.week === week || coming?.week === week) return;
  leaveTab();
  const tab = tabs().get(week);
  const name = tab.getAttribute("aria-label") ?? tab.textContent.trim();
  tab.classList.add("is-waiting"); // which the copy keeps off from now on
  aimBeside(interpolate(gettext("{week}: hold the card here to open it, or drop it for the good place nearest to its own day."), { week: name }));
  waiting = { week, tab, timer: setTimeout(() => { leaveTab(); open(week).then((is) => is && opened()); }, patience()) };
};

const patience = () => (held().home.week === shown() ? HOLD : HOLD_ON);

// The week whose tab the card is over: it would open when held longer, or is on its way already.
export const weekAt = (element) => waiting?.week ?? (coming && tabAt(element) === coming.week ? coming.week : null);

// What is done there waits for a week on its way: its board would come over the answer.
export const arrival = () => coming?.done;

// True where the week is open and the card still in the hand; a request that failed is told by swaps.js.
export const open = (week) => {
  const url = `${new URL(tabs().get(week).href).pathname}board/`;
  const mine = held();
  const trip = { week, url, mine, done: arrive(week, url, mine) };
  coming = trip;
  return trip.done.finally(() => { if (coming === trip) coming = null; });
};

const arrive = async (week, url, mine) => {
  mine.travels = true;
  await htmx.ajax("GET", url, { target: "#board", swap: "outerHTML" }).catch(() => {});
  mine.travels = false;
  if (held() !== mine || shown() !== week) return false;
  take();
  return true;
};

// Where the card was let go on the way, its own week stays on the screen.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (coming && detail.pathInfo.requestPath === coming.url && held() !== coming.mine) detail.shouldSwap = false;
});
