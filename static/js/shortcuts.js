// Ctrl+Z and Ctrl+Shift+Z, or Cmd on a Mac, press undo and redo. In a field they stay the field's own.

const TYPING = "input, textarea, select, [contenteditable]";

const actionOf = (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.(TYPING)) return null;
  if (event.key.toLowerCase() === "z") return event.shiftKey ? "redo" : "undo";
  return event.key.toLowerCase() === "y" ? "redo" : null;
};

document.addEventListener("keydown", (event) => {
  const action = actionOf(event);
  if (!action) return;
  event.preventDefault();
  document.getElementById(action).click();
});
