// What the scripts say, in the reader's language: by the catalogue that the page loads where that is not English.

const english = document.documentElement.lang.startsWith("en");

export const gettext = (message) => globalThis.django?.gettext?.(message) ?? message;

export const ngettext = (singular, plural, count) =>
  globalThis.django?.ngettext?.(singular, plural, count) ?? (count === 1 ? singular : plural);

// Fills the named places of a message: interpolate("{day}, free now.", { day }).
export const interpolate = (message, places) => message.replace(/\{(\w+)\}/g, (place, name) => places[name] ?? place);

// How a sentence goes on after a colon: English begins it small, other languages as they wrote it.
export const lowerFirst = (text) => (english ? text.charAt(0).toLowerCase() + text.slice(1) : text);
