// What was typed or chosen and not sent yet outlives a panel or a menu that is drawn anew.

const FIELDS = "input:not([type=hidden]), textarea, select";

const isBox = (field) => field.type === "checkbox";

const valueOf = (field) => (isBox(field) ? field.checked : field.value);

const given = (select) => (Array.from(select.options).find((one) => one.defaultSelected) ?? select.options[0])?.value;

const before = (field) => {
  if (field.matches("select")) return given(field);
  return isBox(field) ? field.defaultChecked : field.defaultValue;
};

// The same field in another drawing: by its form, the day where each has a form, its name, and the box of several.
const placeOf = (field) => {
  const day = field.closest("[data-hours-day]")?.dataset.hoursDay;
  return [day, field.closest("form")?.dataset.action, field.name, isBox(field) && field.value].join();
};

const put = (field, value) => {
  if (field.matches("select") && !Array.from(field.options).some((one) => one.value === value)) return;
  field[isBox(field) ? "checked" : "value"] = value;
  const fold = field.closest("details");
  if (fold) fold.open = true;
};

const fields = (place) => Array.from(place.querySelectorAll(FIELDS));

const sent = new WeakMap(); // what a field held when its form was sent

export const markSent = (form, values) => {
  for (const field of fields(form)) sent.set(field, isBox(field) ? values.getAll(field.name).includes(field.value) : values.get(field.name));
};

const isTyped = (field) => valueOf(field) !== (sent.has(field) ? sent.get(field) : before(field));

// Gives what puts it back into the place as it is drawn then.
export const typed = (place) => {
  const found = new Map(fields(place).filter(isTyped).map((field) => [placeOf(field), valueOf(field)]));
  return (again) => {
    for (const field of fields(again)) if (found.has(placeOf(field))) put(field, found.get(placeOf(field)));
  };
};
