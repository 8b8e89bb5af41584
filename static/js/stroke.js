// One stroke over the painted week: what it covers, and whether the plain fields can hold the outcome.

import { read, write } from "./hours.js";

const between = (value, one, other) => value >= Math.min(one, other) && value <= Math.max(one, other);

const isSame = (one, other) => one.column === other.column && one.half === other.half;

// What a half hour is good for follows the time it touches; on its own it is for both.
const goodFor = (halves, half) => halves[half] ?? halves[half - 1] ?? halves[half + 1] ?? "";

// `days` are the fieldsets with the plain fields, a column each, from the reader's first day of the week on;
// `draw(column, halves)` shows a day in the grid.
export class Painting {
  constructor(days, draw) {
    Object.assign(this, { days, draw, week: [], stroke: null });
    this.readAll();
  }

  readAll() {
    this.week = this.days.map(read);
    this.week.forEach((halves, column) => this.draw(column, halves));
  }

  begin(place) {
    const erases = this.week[place.column][place.half] !== null;
    this.stroke = { from: place, to: place, erases, before: this.week };
  }

  // Covers the days and hours between where the stroke began and `place`.
  reach(place) {
    this.stroke.to = place;
    this.week = this.stroke.before.map((halves, column) => this.#covered(halves, column));
    this.week.forEach((halves, column) => this.draw(column, halves));
  }

  #covered(before, column) {
    const { from, to, erases } = this.stroke;
    if (!between(column, from.column, to.column)) return before;
    const halves = [...before];
    before.forEach((_, half) => {
      if (between(half, from.half, to.half)) halves[half] = erases ? null : goodFor(halves, half);
    });
    return halves;
  }

  hasMoved(place) {
    return !isSame(place, this.stroke.from);
  }

  // Writes the painted days; gives the columns that had no room for it, which stay as they were.
  finish() {
    const { before } = this.stroke;
    this.stroke = null;
    const isPainted = (column) => this.week[column].some((only, half) => only !== before[column][half]);
    const painted = [...this.days.keys()].filter(isPainted);
    const refused = painted.filter((column) => !write(this.days[column], this.week[column]));
    this.week = this.week.map((halves, column) => (refused.includes(column) ? before[column] : halves));
    for (const column of refused) this.draw(column, before[column]);
    return refused;
  }

  // Paints or clears the same half hours of several days at once; gives the columns that had no room.
  put(columns, first, last, isFree) {
    const before = this.week;
    const cover = (halves, half) => (isFree ? goodFor(halves, half) : null);
    const put = (halves) => halves.map((only, half) => (between(half, first, last) ? cover(halves, half) : only));
    this.week = before.map((halves, column) => (columns.includes(column) ? put(halves) : halves));
    this.week.forEach((halves, column) => this.draw(column, halves));
    this.stroke = { before };
    return this.finish();
  }

  cancel() {
    this.week = this.stroke.before;
    this.stroke = null;
    this.week.forEach((halves, column) => this.draw(column, halves));
  }
}
