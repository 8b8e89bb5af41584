// The time zone of this browser, chosen on the first visit where the list has it.

export const chooseZone = (form) => {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const list = form.elements.namedItem("timezone");
  if ("firstVisit" in form.dataset && Array.from(list.options).some((option) => option.value === zone)) list.value = zone;
};
