// Hours on the reader's clock, "18:30" or "6:30 pm": the page says which, by an attribute that holds the words around it.

export const hour = (time) => {
  const { am, pm } = document.documentElement.dataset;
  if (!am) return time;
  const [hours, minutes] = time.split(":");
  return (hours % 24 < 12 ? am : pm).replace("{time}", `${hours % 12 || 12}:${minutes}`);
};
