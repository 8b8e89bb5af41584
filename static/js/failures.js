// When a request fails nothing is lost: the card lies where it was, a sentence says what happened, a button tries again.

import { letGo } from "./hand.js";
import { tell } from "./announcer.js";
import { gettext } from "./words.js";

const LOST = gettext("That did not reach the server. Nothing changed.");
const OFFLINE = gettext("You are offline. The week stays as it was; changes wait until you are back.");
const BACK = gettext("You are online again.");
const SENTENCES = {
  403: gettext("This page is out of date. Reload it, then try again."),
  404: gettext("That session is no longer there. Here is the week as it stands."),
  429: gettext("That was a lot at once. Wait a minute, then try again."),
};

let gone = false; // the session that was asked for: a fresh board is on its way
let failed = null; // the request that did not arrive, to be sent again

const again = () => {
  const { verb, path, formData } = failed;
  failed = null;
  const board = document.getElementById("board");
  return htmx.ajax(verb.toUpperCase(), path, { source: board, target: "#board", swap: "outerHTML", values: formData }).catch(() => {});
};

const way = () => failed && { label: gettext("Try again"), press: again };

const sentence = () => (navigator.onLine ? LOST : OFFLINE);

// What a panel or a menu asked for is asked by its own control again; the board's own requests are kept.
const keep = ({ requestConfig: { verb, path, formData, target } }) => {
  failed = target?.id === "board" ? { verb, path, formData } : null;
};

for (const name of ["htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(name, ({ detail }) => {
    letGo({ stay: true });
    keep(detail);
    tell(sentence(), "error", way());
  });
}

addEventListener("offline", () => tell(OFFLINE, "warning"));
addEventListener("online", () => tell(BACK, "success", way()));

document.addEventListener("htmx:responseError", ({ detail }) => {
  const { status } = detail.xhr;
  const board = document.getElementById("board");
  letGo({ stay: true });
  if (status === 404 && detail.requestConfig.path !== board.dataset.boardUrl) {
    gone = true;
    htmx.ajax("GET", board.dataset.boardUrl, { target: "#board", swap: "outerHTML" });
    return;
  }
  if (status >= 500) keep(detail);
  tell(SENTENCES[status] ?? LOST, "error", status >= 500 ? way() : null);
});

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id !== "board" || !gone) return;
  gone = false;
  tell(SENTENCES[404]);
});
