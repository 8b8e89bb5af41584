// The copy of a card that follows the pointer and keeps off every sentence, and the page that scrolls near an edge.

import { hour } from "./clock.js";

const WIDEST = 290;
const EDGE = 72;
const SPEED = 0.72; // px in a millisecond, however many frames that has
const LONGEST = 100; // ms that one frame counts for: after a pause the page does not leap
const AIR = 8; // px between the copy and what it must not cover; it stands a little askew
const SENTENCES = ".day[data-verdict] .verdict, .places, .hand-line, a.is-waiting";

const strip = () => {
  const element = document.querySelector("[data-strip]");
  return element?.checkVisibility() ? element : null;
};

// What is under the strip's sentence must stay readable, so the copy hangs below both on a phone.
const highest = () => {
  const days = strip();
  if (!days) return -Infinity;
  const line = days.querySelector("[data-strip-line]").getBoundingClientRect();
  return Math.max(days.getBoundingClientRect().bottom, line.bottom) + 12;
};

// The copy stays on the screen however far the pointer goes.
const within = (left, width) => Math.min(Math.max(left, 8), innerWidth - width - 8);

const sentences = () =>
  Array.from(document.querySelectorAll(`#board :is(${SENTENCES})`), (one) => one.getBoundingClientRect())
    .filter(({ width, height, bottom, top }) => width && height && bottom > 0 && top < innerHeight);

const covers = ({ left, top, width, height }, box) =>
  left < box.right + AIR && left + width > box.left - AIR && top < box.bottom + AIR && top + height > box.top - AIR;

// Near the pointer, where no sentence lies: beside it, else above or below what is in the way.
const freePlace = ({ left, top, width, height }, pointer) => {
  const boxes = sentences();
  const lefts = [left, pointer.x + 20, pointer.x - width - 20].map((x) => within(x, width));
  const tops = [top, pointer.y + 16, ...boxes.flatMap((box) => [box.bottom + AIR, box.top - height - AIR])];
  const far = (place) => Math.hypot(place.left - left, place.top - top);
  return lefts
    .flatMap((x) => tops.map((y) => ({ left: x, top: y, width, height })))
    .filter((place) => place.top > -height / 2 && place.top < innerHeight - 40 && !boxes.some((box) => covers(place, box)))
    .sort((one, other) => far(one) - far(other))[0];
};

const copyOf = (card) => {
  const copy = card.cloneNode(true);
  for (const control of copy.querySelectorAll("[popover], form, footer")) control.remove();
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  for (const name of ["session", "moveUrl", "verdictsUrl"]) delete copy.dataset[name];
  copy.classList.remove("picked-up");
  copy.classList.add("dragging");
  copy.setAttribute("aria-hidden", "true");
  copy.inert = true;
  return copy;
};

export const ghostOf = (card, x, y) => {
  const box = card.getBoundingClientRect();
  const width = Math.min(box.width, WIDEST);
  const offset = { x: Math.min(x - box.left, width - 24), y: y - box.top };
  const copy = copyOf(card);
  copy.style.width = `${width}px`;
  document.body.append(copy);
  const place = () => {
    const wished = { left: within(x - offset.x, width), top: Math.max(y - offset.y, highest()), width, height: copy.offsetHeight };
    const { left, top } = (strip() ? null : freePlace(wished, { x, y })) ?? wished;
    copy.style.left = `${left}px`;
    copy.style.top = `${top}px`;
  };
  return {
    follow(...point) {
      [x, y] = point;
      place();
    },
    // Where it would start; the sentence beside it may have grown meanwhile.
    tell(start) {
      copy.querySelector("time").textContent = hour(start);
      place();
    },
    show: (shown) => { copy.hidden = !shown; },
    pin: () => copy.classList.add("pinned"),
    remove: () => copy.remove(),
  };
};

// How fast to scroll with the pointer at height `y`, as a share of SPEED: faster the nearer the edge.
const pull = (y) => {
  const top = Math.max(strip()?.getBoundingClientRect().bottom ?? 0, 0);
  const below = y - (innerHeight - EDGE);
  const above = top + EDGE / 2 - y;
  if (below > 0) return Math.min(below / EDGE + 0.4, 1.4);
  return y >= top && above > 0 ? -1 : 0;
};

// Scrolls while `pointer()` lies near an edge, and calls `scrolled` after each step; ends when it gives nothing.
export const scrollNear = (pointer, scrolled) => {
  let last = null;
  const step = (now) => {
    const place = pointer();
    if (!place) return;
    const passed = Math.min(now - (last ?? now), LONGEST);
    last = now;
    const before = scrollY;
    scrollBy({ top: Math.round(pull(place.y) * SPEED * passed), behavior: "instant" });
    if (scrollY !== before) scrolled();
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
