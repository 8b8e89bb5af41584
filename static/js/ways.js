// What a way to make a week fit would do, drawn on the board: cards that leave, outlines where they land. Nothing moves.

const landing = (card, { start, turned }) => {
  const copy = card.cloneNode(true);
  for (const control of copy.querySelectorAll("[popover], form, footer, button")) control.remove();
  for (const element of [copy, ...copy.querySelectorAll("[id]")]) element.removeAttribute("id");
  for (const name of Object.keys(copy.dataset)) delete copy.dataset[name];
  copy.classList.remove("leaving");
  copy.classList.add("landing");
  copy.dataset.start = start;
  copy.querySelector("time").textContent = start;
  if (turned !== undefined) turn(copy.querySelector(".bands"));
  copy.setAttribute("aria-hidden", "true");
  copy.inert = true;
  return copy;
};

// The other part first: the bands change places, their numbers do not.
const turn = (bands) => {
  const numbers = Array.from(bands.querySelectorAll(".mark"), (mark) => mark.textContent);
  bands.append(...Array.from(bands.children).reverse());
  bands.querySelectorAll(".mark").forEach((mark, at) => { mark.textContent = numbers[at]; });
};

const put = (copy, cards) => {
  const later = Array.from(cards.children).find((card) => (card.dataset.start ?? "99") > copy.dataset.start);
  cards.insertBefore(copy, later ?? null);
};

// On a phone the strip of days shows it too, with the marks of the card that comes.
const markStrip = (date, what, card) => {
  const day = document.querySelector(`[data-strip-day="${date}"]`);
  if (!day) return;
  day.dataset.preview = day.dataset.preview && day.dataset.preview !== what ? "both" : what;
  if (what !== "comes") return;
  for (const band of card.querySelectorAll(".band")) {
    const mark = document.createElement("span");
    mark.className = `${band.className.replace("band", "mark")} small comes`;
    day.querySelector(".strip-marks").append(mark);
  }
};

export const clearPreview = () => {
  for (const copy of document.querySelectorAll("#board :is(.landing, .strip-marks .comes)")) copy.remove();
  for (const card of document.querySelectorAll("#board .leaving")) card.classList.remove("leaving");
  for (const place of document.querySelectorAll("#board[data-preview], #board [data-preview]")) delete place.dataset.preview;
};

export const preview = (way) => {
  clearPreview();
  document.getElementById("board").dataset.preview = "";
  for (const { dataset: move } of way.querySelectorAll("[data-move]")) {
    const card = document.getElementById(`card-${move.move}`);
    if (!card) continue;
    card.classList.add("leaving");
    markStrip(card.closest("[data-day]").dataset.day, "leaves");
    if (!move.to) continue;
    const copy = landing(card, move);
    put(copy, document.querySelector(`#day-${move.to} [data-cards]`));
    markStrip(move.to, "comes", copy);
  }
};
