// Copies the value of a field at the press of a button, and says so. Where no script runs there is no button.

import { announce } from "./announcer.js";
import { gettext } from "./words.js";

const COPIED = gettext("Copied.");

const copy = async (field) => {
  field.select();
  // The clipboard is there only under https and on this machine itself; the selection helps where it is not.
  if (!navigator.clipboard) return gettext("The address is selected; press Ctrl+C or Cmd+C to copy it.");
  await navigator.clipboard.writeText(field.value);
  return COPIED;
};

for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.lastChild;
  const before = label.textContent;
  button.addEventListener("click", async () => {
    const said = await copy(document.getElementById(button.dataset.copy)).catch(() => gettext("Copying was not allowed; the address is selected."));
    announce(said);
    if (said === COPIED) label.textContent = gettext("Copied");
    setTimeout(() => { label.textContent = before; }, 2000);
  });
}
