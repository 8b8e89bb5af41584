// What is asked for the board: one change after another, and what waits until the answer stands on the page.

let line = null; // the change under way, until its board stands on the page
let visitor = null; // stands for the board that is looked at last: of two looks, and after a change, no other one counts
let awaited = null; // what is to be done once a board stands: { url, act }

const board = () => document.getElementById("board");

// A glide puts the fresh board in later than the answer comes.
const stands = async () => {
  while (board().matches(".htmx-swapping")) await new Promise((done) => { document.addEventListener("htmx:afterSettle", done, { once: true }); });
};

// What is asked from the board before it would find no place.
document.addEventListener("htmx:confirm", (event) => {
  if (event.detail.target.matches("#board.htmx-swapping")) event.preventDefault();
});

// What shares the board's line: a change, and a board that the page's own button asks for.
const isInLine = ({ elt, target, verb }) => verb !== "get" || (target === board() && elt !== visitor);

document.addEventListener("htmx:beforeSend", ({ detail: { xhr, requestConfig } }) => {
  if (!isInLine(requestConfig)) return;
  leave();
  const answered = new Promise((done) => { xhr.addEventListener("loadend", done); });
  const mine = answered.then(stands).then(() => { if (line === mine) line = null; });
  line = mine;
});

export const isFree = () => !line;

// Until the change under way, if any, is answered and stands on the page.
export const free = async () => {
  while (line) await line;
};

// A request that fails is told by failures.js.
export const change = (url, values) =>
  htmx.ajax("POST", url, { source: board(), target: "#board", swap: "outerHTML", values }).catch(() => {});

// The board on its way is not wanted any more.
export const leave = () => {
  visitor?.remove();
  visitor = null;
};

export const visit = async (url) => {
  leave();
  const mine = document.createElement("i");
  mine.hidden = true;
  mine.addEventListener("htmx:beforeOnLoad", (event) => { if (visitor !== mine) event.preventDefault(); });
  document.body.append(mine);
  visitor = mine;
  await free();
  if (visitor === mine) await htmx.ajax("GET", url, { source: mine, target: "#board", swap: "outerHTML" }).catch(() => {});
  mine.remove();
};

// Another board may come first, so the one that is meant is known by the address that was asked.
export const onceSettled = (url, act) => {
  awaited = { url, act };
};

document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
  if (target.id !== "board") return;
  const { url, act } = awaited ?? {};
  awaited = null;
  if (url === detail.pathInfo.requestPath) act();
});

// A form that was sent stays on the page until it is answered: from there HTMX tells what became of it.
export const empty = (place) => {
  for (const form of place.querySelectorAll("form.htmx-request")) {
    form.hidden = true;
    document.body.append(form);
    line?.then(() => form.remove());
  }
  place.replaceChildren();
};
