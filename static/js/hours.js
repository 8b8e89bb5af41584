// A day's free hours as half hours and back: the plain time fields stay what is sent, painting only fills them in.

const HALVES = 48;
const MINUTES = 30;
const MOST = 3;

// "18:30" as the number of its half hour, 37; what is no time gives NaN.
const halfOf = (time) => {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours * 60 + minutes) / MINUTES;
};

export const timeOf = (half) => `${String(Math.floor(half / 2) % 24).padStart(2, "0")}:${half % 2 ? "30" : "00"}`;

const fields = (slot) => {
  const [start, end, only] = slot.querySelectorAll("input, select");
  return { start, end, only };
};

const slots = (day) => Array.from(day.querySelectorAll("[data-slot]"), fields);

// 48 half hours: null where there is no time, else what it is good for ("" is run or lift).
export const read = (day) => {
  const halves = Array(HALVES).fill(null);
  for (const { start, end, only } of slots(day)) {
    const from = halfOf(start.value);
    const to = halfOf(end.value) || HALVES; // a time field tells midnight as 00:00
    if (start.value && end.value && from < to) halves.fill(only.value, Math.floor(from), Math.ceil(to));
  }
  return halves;
};

// Runs of half hours that are good for the same.
const windows = (halves) => {
  const found = [];
  halves.forEach((only, half) => {
    if (only === null) return;
    const last = found.at(-1);
    if (last?.end === half && last.only === only) last.end = half + 1;
    else found.push({ start: half, end: half + 1, only });
  });
  return found;
};

// Writes a day's half hours into its fields; false, and nothing written, where it takes more than three times.
export const write = (day, halves) => {
  const found = windows(halves);
  if (found.length > MOST) return false;
  slots(day).forEach(({ start, end, only }, number) => {
    const window = found[number];
    start.value = window ? timeOf(window.start) : "";
    end.value = window ? timeOf(window.end) : "";
    only.value = window?.only ?? "";
  });
  const more = day.querySelector("details");
  if (more && found.length > 1) more.open = true;
  return true;
};
