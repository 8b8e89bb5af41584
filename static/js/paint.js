// Paints free hours over the week by pointer or keyboard; what is painted stands in the plain fields too.

import { FIRST, LAST, build, placeOf } from "./grid.js";
import { Painting } from "./stroke.js";
import { announce } from "./announcer.js";
import { gettext, interpolate } from "./words.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1], Home: [-7, 0], End: [7, 0] };
const EVENING = 36; // 18:00, where the keyboard begins

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

const cellUnder = (event) => document.elementFromPoint(event.clientX, event.clientY)?.closest(".paint-cell");

export const paintOver = (fieldset) => {
  const grid = fieldset.querySelector("[data-paint-grid]");
  const hint = fieldset.querySelector("[data-paint-hint]");
  const plain = fieldset.querySelector("[data-plain-availability]");
  const presets = fieldset.querySelector("[data-paint-presets]");
  const days = Array.from(fieldset.querySelectorAll("[data-weekday]"));
  const names = days.map((day) => day.querySelector("legend").textContent.trim());
  const weekdays = days.map((day) => day.dataset.weekday);
  const { at, draw } = build(grid, names, weekdays);
  const painting = new Painting(days, draw);
  const rove = rover(at(0, EVENING));
  const tell = teller(hint, names);
  usePointer(grid, painting, rove, tell);
  useKeys(grid, painting, at, rove, tell);
  usePresets(grid, presets, painting, weekdays, tell);
  plain.addEventListener("input", () => painting.readAll());
  addEventListener("pageshow", () => painting.readAll()); // the browser may have put back what was typed before
  fieldset.classList.add("is-painted");
  plain.open = plain.querySelector(".has-error, .field-error") !== null;
};

// One cell of the grid is in the tab order: the last one used.
const rover = (first) => {
  let current = first;
  const rove = (cell) => {
    current.tabIndex = -1;
    current = cell;
    current.tabIndex = 0;
  };
  rove(first);
  return rove;
};

// Says how a stroke ended; days without room for it are told where the hint stands.
const teller = (hint, names) => {
  const usual = hint.textContent;
  const tell = (done, refused) => {
    const full = refused.map((column) => names[column]).join(gettext(" and "));
    const sentence = full && interpolate(gettext("{days} would have more than three times. Clear one first, or join two."), { days: full });
    hint.textContent = sentence || usual;
    hint.classList.toggle("field-error", Boolean(sentence));
    announce(sentence || done);
    return sentence || done;
  };
  return Object.assign(tell, { names });
};

// The fields were filled in without an event of their own; `said` is what was announced with it.
const changed = (grid, said) => grid.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: said }));

const finish = (grid, painting, place, tell) => {
  painting.reach(place);
  const done = painting.stroke.erases ? gettext("{day}, cleared now.") : gettext("{day}, free now.");
  changed(grid, tell(interpolate(done, { day: tell.names[place.column] }), painting.finish()));
};

// A finger that moves down scrolls the page; nothing is painted until it moves to another cell or lifts.
const usePointer = (grid, painting, rove, tell) => {
  let pointer = null; // the one that paints: another finger or a palm beside it does nothing
  grid.addEventListener("pointerdown", (event) => {
    const cell = event.target.closest(".paint-cell");
    if (!cell || painting.stroke || !event.isPrimary || event.button !== 0) return;
    pointer = event.pointerId;
    grid.setPointerCapture(pointer);
    grid.classList.add("is-painting");
    rove(cell);
    painting.begin(placeOf(cell));
    if (event.pointerType === "mouse") painting.reach(placeOf(cell));
  });
  grid.addEventListener("pointermove", (event) => {
    const cell = painting.stroke && event.pointerId === pointer && cellUnder(event);
    if (cell && (event.pointerType === "mouse" || painting.hasMoved(placeOf(cell)))) painting.reach(placeOf(cell));
  });
  for (const name of ["pointerup", "pointercancel"]) {
    grid.addEventListener(name, ({ pointerId }) => {
      if (pointerId !== pointer || !painting.stroke) return;
      grid.classList.remove("is-painting");
      if (name === "pointerup") finish(grid, painting, painting.stroke.to, tell);
      else painting.cancel();
    });
  }
};

const usePresets = (grid, presets, painting, weekdays, tell) => {
  presets.addEventListener("click", ({ target }) => {
    const preset = target.closest("[data-days]");
    if (!preset) return;
    const { days, first, last } = preset.dataset;
    const clears = "clears" in preset.dataset;
    const columns = Array.from(days, (weekday) => weekdays.indexOf(weekday));
    const refused = painting.put(columns, Number(first), Number(last), !clears);
    const done = clears ? gettext("No free hours now.") : interpolate(gettext("{hours}: free now."), { hours: preset.textContent });
    changed(grid, tell(done, refused));
  });
};

const useKeys = (grid, painting, at, rove, tell) => {
  // What a pointer pressed is painted already; a click by keyboard or a screen reader has no count.
  grid.addEventListener("click", (event) => {
    const cell = event.target.closest(".paint-cell");
    if (!cell || painting.stroke || event.detail !== 0) return;
    painting.begin(placeOf(cell));
    finish(grid, painting, placeOf(cell), tell);
  });
  grid.addEventListener("keydown", (event) => {
    const cell = event.target.closest(".paint-cell");
    if (!cell || !(event.key in ARROWS)) return;
    event.preventDefault();
    const [right, down] = ARROWS[event.key];
    const { column, half } = placeOf(cell);
    const next = at(clamp(column + right, 0, 6), clamp(half + down, FIRST, LAST));
    rove(next);
    next.focus();
  });
};
