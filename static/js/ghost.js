// The copy of a card that follows the pointer, and the page that scrolls when it comes near an edge.

const WIDEST = 290;
const EDGE = 72;
const STEP = 12;

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

// On a phone the copy stays on the screen however far the finger goes.
const within = (left, width) => (strip() ? Math.min(Math.max(left, 8), innerWidth - width - 8) : left);

const copyOf = (card) => {
  const copy = card.cloneNode(true);
  for (const control of copy.querySelectorAll("[popover], form, footer")) control.remove();
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  for (const name of ["session", "moveUrl", "verdictsUrl"]) delete copy.dataset[name];
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
    copy.style.left = `${within(x - offset.x, width)}px`;
    copy.style.top = `${Math.max(y - offset.y, highest())}px`;
  };
  return {
    follow(...point) {
      [x, y] = point;
      place();
    },
    // Where it would start; the sentence beside it may have grown meanwhile.
    tell(start) {
      copy.querySelector("time").textContent = start;
      place();
    },
    remove: () => copy.remove(),
  };
};

// How far to scroll in this frame, in px, with the pointer at height `y`.
const pull = (y) => {
  const top = Math.max(strip()?.getBoundingClientRect().bottom ?? 0, 0);
  if (y > innerHeight - EDGE) return STEP;
  return y >= top && y < top + EDGE / 2 ? -STEP : 0;
};

// Scrolls while `pointer()` lies near an edge, and calls `scrolled` after each step; ends when it gives nothing.
export const scrollNear = (pointer, scrolled) => {
  const step = () => {
    const place = pointer();
    if (!place) return;
    const before = scrollY;
    scrollBy({ top: pull(place.y), behavior: "instant" });
    if (scrollY !== before) scrolled();
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
};
