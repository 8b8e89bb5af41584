// What goes with the refreshed week: it is said, a way out fills its fields, a failed refresh keeps the last week.

import { announce } from "./announcer.js";
import { gettext, interpolate } from "./words.js";

const SENTENCES = {
  413: gettext("These answers are longer than the preview takes. Saving may still work."),
  429: gettext("That was a lot at once. The week follows again in a minute."),
};
const NOT_REACHED = gettext("The week could not be refreshed. It is the one before.");

// What the hand did is said again with what follows from it, which would cut it off else.
let opening = "";

const remember = ({ detail }) => {
  opening = detail ? `${detail} ` : "";
};

const sayAfter = (sentence) => announce(opening + sentence);

const controls = (form, name) => {
  const found = form.elements.namedItem(name);
  return found instanceof RadioNodeList ? Array.from(found) : [found].filter(Boolean);
};

const fill = (form, fields) => {
  for (const [name, values] of Object.entries(fields)) {
    for (const control of controls(form, name)) {
      if (control.type === "checkbox" || control.type === "radio") control.checked = values.includes(control.value);
      else control.value = values[0] ?? "";
    }
  }
};

const note = (sentence) => {
  const place = document.getElementById("preview-note");
  place.textContent = sentence;
  place.classList.add("is-told");
  sayAfter(sentence);
};

const sayWeek = () => {
  const told = document.querySelector("#preview-week .preview-verdict, #preview-week .preview-sub");
  const sum = document.querySelector("#preview-week .preview-sub");
  sayAfter(`${sum.textContent.trim()}: ${told.textContent.trim()}.`);
};

export const follow = (form, preview) => {
  const title = document.getElementById("preview-title");
  form.addEventListener("input", remember);
  preview.addEventListener("click", (event) => {
    const way = event.target.closest("[data-fills]");
    if (!way) return;
    fill(form, JSON.parse(way.dataset.fills));
    const said = interpolate(gettext("Changed: {answer}."), { answer: way.dataset.way });
    announce(said);
    form.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: said }));
    form.querySelector("[data-plain-availability]").dispatchEvent(new Event("input"));
    title.focus({ preventScroll: true });
  });
  let hadFocus = false;
  const hasFocus = () => document.activeElement.closest("#preview-week") !== null;
  preview.addEventListener("htmx:beforeSwap", () => { hadFocus = hasFocus(); });
  preview.addEventListener("htmx:afterSwap", (event) => {
    if (event.target.id !== "preview-week") return;
    if (hadFocus && !hasFocus()) title.focus({ preventScroll: true });
    sayWeek();
    document.getElementById("clash-past")?.removeAttribute("hidden");
  });
  preview.addEventListener("htmx:oobAfterSwap", (event) => {
    const wrong = document.querySelector("#preview-note [data-preview-wrong]");
    if (event.target.id === "preview-note" && wrong) sayAfter(wrong.textContent);
  });
  for (const name of ["htmx:sendError", "htmx:timeout"]) preview.addEventListener(name, () => note(NOT_REACHED));
  preview.addEventListener("htmx:responseError", ({ detail }) => note(SENTENCES[detail.xhr.status] ?? NOT_REACHED));
};
