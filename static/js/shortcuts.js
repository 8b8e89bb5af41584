// Ctrl+Z and Ctrl+Shift+Z, or Cmd on a Mac, press undo and redo. In a field they stay the field's own.

import { free, isFree } from "./requests.js";

const TYPING = "input, textarea, select, [contenteditable]";

const actionOf = (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.(TYPING)) return null;
  if (event.key.toLowerCase() === "z") return event.shiftKey ? "redo" : "undo";
  return event.key.toLowerCase() === "y" ? "redo" : null;
};

let last = Promise.resolve(); // the press before, which counts only once its board stands

const press = async (action) => {
  await free();
  document.getElementById(action).click();
};

document.addEventListener("keydown", (event) => {
  const action = actionOf(event);
  if (!action) return;
  event.preventDefault();
  if (event.repeat && !isFree()) return;
  last = last.then(() => press(action));
});
