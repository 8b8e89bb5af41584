// To another week with a card in the hand: its tab opens it when the card is held there, and takes the card when dropped.

import { aimBeside, held, take, takeAgain } from "./hand.js";
import { visit } from "./requests.js";
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
  if (waiting?.week === week) return;
  leaveTab();
  if (coming?.week === week) return;
  const tab = tabs().get(week);
  const name = tab.getAttribute("aria-label") ?? tab.textContent.trim();
  tab.classList.add("is-waiting"); // which the copy keeps off from now on
  aimBeside(interpolate(gettext("{week}: hold the card here to open it, or drop it for the good place nearest to its own day."), { week: name }));
  const mine = held();
  const go = () => {
    leaveTab();
    if (held() === mine) open(week).then((is) => is && opened());
  };
  waiting = { week, tab, timer: setTimeout(go, patience()) };
};

const patience = () => (held().home.week === shown() ? HOLD : HOLD_ON);

// The week whose tab the card is over: it would open when held longer, or is on its way already.
export const weekAt = (element) => waiting?.week ?? (coming && tabAt(element) === coming.week ? coming.week : null);

// What is done there waits for a week on its way: its board would come over the answer.
export const arrival = () => coming?.done;

// True where the week is open and the card still in the hand; a request that failed is told by failures.js.
export const open = (week) => {
  const trip = { week, url: `${new URL(tabs().get(week).href).pathname}board/`, mine: held() };
  coming = trip;
  trip.done = arrive(trip);
  return trip.done;
};

const arrive = async (trip) => {
  const { week, url, mine } = trip;
  mine.travels = true;
  await visit(url);
  if (coming !== trip) return false; // another week was asked for meanwhile
  coming = null;
  mine.travels = false;
  if (held() !== mine) return false;
  if (shown() === week) take();
  else takeAgain();
  return shown() === week;
};
