// The painted week's cells: one button for each half hour from 05:00 to 23:00 of each day, and what they show.

import { fullHour, hour as told } from "./clock.js";
import { timeOf } from "./hours.js";
import { gettext } from "./words.js";

export const FIRST = 10;
export const LAST = 45;
const DAYS = 7;

const element = (tag, name, role, text = "") => {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  if (role) made.setAttribute("role", role);
  return made;
};

const hidden = (text) => element("span", "visually-hidden", null, text);

const head = (names) => {
  const row = element("div", "paint-row paint-head", "row");
  const corner = element("span", "paint-hour", "columnheader");
  corner.append(hidden("Hour"));
  row.append(corner);
  for (const name of names) {
    const day = element("span", "paint-day", "columnheader", name.slice(0, 3));
    day.append(hidden(name.slice(3)));
    row.append(day);
  }
  return row;
};

const cell = (name, weekday, column, half) => {
  const made = element("button", "paint-cell", "gridcell");
  Object.assign(made, { type: "button", tabIndex: -1 });
  Object.assign(made.dataset, { weekday, column, start: timeOf(half) });
  made.setAttribute("aria-label", `${name} ${told(timeOf(half))}`);
  return made;
};

const hourRow = (names, weekdays, half) => {
  const row = element("div", "paint-row", "row");
  const hour = element("span", "paint-hour", "rowheader", half % 2 ? "" : fullHour(timeOf(half)));
  if (half % 2) hour.append(hidden(told(timeOf(half))));
  row.append(hour, ...names.map((name, column) => cell(name, weekdays[column], column, half)));
  return row;
};

// Fills the grid, a column for each day; gives what draws a column's half hours, and the cell of a column and half hour.
export const build = (grid, names, weekdays) => {
  grid.setAttribute("role", "grid");
  grid.setAttribute("aria-label", gettext("Free hours of the week"));
  grid.setAttribute("aria-multiselectable", "true");
  const rows = Array.from({ length: LAST - FIRST + 1 }, (_, number) => hourRow(names, weekdays, FIRST + number));
  grid.replaceChildren(head(names), ...rows);
  const cells = Array.from(grid.querySelectorAll(".paint-cell"));
  const at = (column, half) => cells[(half - FIRST) * DAYS + column];
  const draw = (column, halves) => {
    for (let half = FIRST; half <= LAST; half += 1) show(at(column, half), halves[half]);
  };
  return { at, draw };
};

const show = (made, only) => {
  made.setAttribute("aria-selected", String(only !== null));
  made.classList.toggle("is-only-run", only === "run");
  made.classList.toggle("is-only-lift", only === "lift");
};

export const placeOf = (made) => {
  const [hours, minutes] = made.dataset.start.split(":").map(Number);
  return { column: Number(made.dataset.column), half: hours * 2 + minutes / 30 };
};
