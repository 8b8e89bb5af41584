// Hours on the reader's clock, "18:30" or "6:30 pm": the page says which, by attributes that hold the words around them.

export const hour = (time) => {
  const { am, pm } = document.documentElement.dataset;
  if (!am) return time;
  const [hours, minutes] = time.split(":");
  return (hours % 24 < 12 ? am : pm).replace("{time}", `${hours % 12 || 12}:${minutes}`);
};

// A full hour where there is little room: "18:00" or "6 pm".
export const fullHour = (time) => (document.documentElement.dataset.am ? hour(time).replace(":00", "") : time);
