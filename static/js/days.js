// The seven days on the board: which one is meant, what it is called, and how the server's verdict is shown on it.

import { hour } from "./clock.js";
import { gettext, interpolate, lowerFirst } from "./words.js";

const WORD = { ok: gettext("fits"), caution: gettext("caution"), breaks: gettext("breaks a rule") };
const ICON = { ok: "check", caution: "caution", breaks: "breaks" };

export const dateAt = (element) => {
  const day = element?.closest("[data-day], [data-strip-day]");
  return day ? day.dataset.day ?? day.dataset.stripDay : null;
};

// The place of a day that lies under the pointer; null where it says only which day.
export const placeAt = (element) => {
  const place = element?.closest("[data-place]");
  return place ? Number(place.dataset.place) : null;
};

export const dates = () => Array.from(document.querySelectorAll("#board [data-day]"), (day) => day.dataset.day);

// A date has a column, or a row on the phone, and a place in the strip.
const places = (date) => document.querySelectorAll(`[data-day="${date}"], [data-strip-day="${date}"]`);

// What the page calls a day that it shows: "Thu 3", "Thursday 3 December".
const names = (date) => document.querySelector(`#board [data-day="${date}"]`).dataset;

export const shortName = (date) => names(date).short;

export const longName = (date) => names(date).name;

const wordOf = (answer) => (answer.possible ? WORD[answer.verdict] : gettext("not possible"));

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

// "Thu 3: caution. Legs are tired until 19:00." The hour is told where it would be another one.
export const sentence = (name, answer, start) => {
  if (!answer) return name;
  const isElsewhen = answer.start && answer.start !== start;
  const place = isElsewhen ? interpolate(gettext("{day} at {hour}"), { day: name, hour: hour(answer.start) }) : name;
  const speaksForItself = answer.verdict === "ok";
  if (speaksForItself) return `${place}: ${lowerFirst(answer.text)}`;
  return [`${place}: ${wordOf(answer)}.`, answer.text, answer.exchange].filter(Boolean).join(" ");
};

// Under the word "Fits" a sentence "Fits." says nothing more.
const beside = (answer) => (lowerFirst(answer.text) === `${wordOf(answer)}.` ? "" : answer.text);

const write = (place, text, exchange) => {
  const slots = [[place.querySelector("[data-verdict-text]"), text], [place.querySelector("[data-verdict-exchange]"), exchange]];
  for (const [slot, words] of slots) if (slot) slot.textContent = words;
};

export const showVerdict = (date, answer) => {
  for (const place of places(date)) {
    place.dataset.verdict = answer.verdict;
    place.toggleAttribute("data-impossible", !answer.possible);
    write(place, beside(answer), answer.exchange ?? "");
  }
};

export const showVerdicts = (answers) => {
  for (const [date, answer] of Object.entries(answers)) showVerdict(date, answer);
};

export const clearVerdicts = () => {
  for (const place of document.querySelectorAll("#board [data-verdict]")) {
    delete place.dataset.verdict;
    delete place.dataset.impossible;
    write(place, "", "");
  }
};

const icon = (name) => {
  const [svg, use] = ["svg", "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  svg.setAttribute("class", "icon");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
};

const zone = (answer, number) => {
  const item = document.createElement("li");
  item.className = "place";
  Object.assign(item.dataset, { place: number, verdict: answer.verdict });
  const time = document.createElement("b");
  time.textContent = hour(answer.start);
  item.append(icon(ICON[answer.verdict]), time, ` ${capital(wordOf(answer))}`);
  return item;
};

const drawn = () => document.querySelector("#board .places");

// The places of one day, laid over its cards so that nothing moves: one alone needs no choice.
export const showPlaces = (date, answers) => {
  if (drawn()?.dataset.of === date) return;
  drawn()?.remove();
  const cards = date && document.querySelector(`#board [data-day="${date}"] [data-cards]`);
  if (!cards || answers.length < 2) return;
  const list = document.createElement("ol");
  list.className = "places";
  list.dataset.of = date;
  list.setAttribute("aria-hidden", "true");
  list.append(...answers.map(zone));
  cards.append(list);
};

export const showTarget = (date, line, number = null) => {
  for (const place of document.querySelectorAll("#board .is-target")) place.classList.remove("is-target");
  if (date) for (const place of places(date)) place.classList.add("is-target");
  if (number !== null) drawn()?.children[number]?.classList.add("is-target");
  say(line);
};

export const say = (line) => {
  for (const slot of document.querySelectorAll("[data-hand-line]")) slot.textContent = line;
};
