// Inside its own card a band can be dragged over the other one: that turns the order round.

import { aimTurned, isAway } from "./hand.js";

const EDGE = 8; // px around the card that still count as inside
const OVER = 0.4; // of the other band's height

// The band that is pressed, where the card has two in an order; the card's link lies over it.
export const bandUnder = (card, x, y) =>
  (card.dataset.order ? document.elementsFromPoint(x, y).find((element) => element.matches(".band")) : null);

const otherOf = (band) => band.nextElementSibling ?? band.previousElementSibling;

export const isInside = ({ card, band, x, y }) => {
  if (!band || isAway()) return false;
  const box = card.getBoundingClientRect();
  return x > box.left - EDGE && x < box.right + EDGE && y > box.top - EDGE && y < box.bottom + EDGE;
};

// Whether the pointer is far enough over the other band, by where both lie at rest.
const isOver = ({ card, band, y }) => {
  const other = otherOf(band);
  const top = card.getBoundingClientRect().top + other.offsetTop;
  if (band.nextElementSibling) return y > top + other.offsetHeight * OVER;
  return y < top + other.offsetHeight * (1 - OVER);
};

export const turnInside = (press) => {
  const { card, band, y, from } = press;
  const turned = isOver(press);
  const down = band.nextElementSibling ? 1 : -1;
  const other = otherOf(band);
  const far = down > 0 ? other.offsetHeight : band.offsetTop - other.offsetTop;
  card.classList.add("is-turning");
  band.classList.add("is-carried");
  band.style.translate = `0 ${down * Math.min(Math.max((y - from) * down, 0), far)}px`;
  other.style.translate = turned ? `0 ${-down * band.offsetHeight}px` : "";
  number(band, turned);
  aimTurned(turned);
};

// The numbers tell what would be first.
const number = (band, turned) => {
  const both = [band, otherOf(band)].sort((one, other) => one.offsetTop - other.offsetTop);
  for (const [place, one] of (turned ? both.reverse() : both).entries()) one.querySelector(".mark").textContent = place + 1;
};

export const rest = ({ card, band }) => {
  if (!band) return;
  card.classList.remove("is-turning");
  band.classList.remove("is-carried");
  number(band, false);
  for (const one of [band, otherOf(band)]) one.style.translate = "";
};
