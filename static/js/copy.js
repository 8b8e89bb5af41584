// Copies the value of a field at the press of a button, and says so. Where no script runs there is no button.

import { announce } from "./announcer.js";

const copy = async (field) => {
  field.select();
  // The clipboard is there only under https and on this machine itself; the selection helps where it is not.
  if (!navigator.clipboard) return "The address is selected; press Ctrl+C or Cmd+C to copy it.";
  await navigator.clipboard.writeText(field.value);
  return "Copied.";
};

for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.lastChild;
  const before = label.textContent;
  button.addEventListener("click", async () => {
    const said = await copy(document.getElementById(button.dataset.copy)).catch(() => "Copying was not allowed; the address is selected.");
    announce(said);
    if (said === "Copied.") label.textContent = "Copied";
    setTimeout(() => { label.textContent = before; }, 2000);
  });
}
