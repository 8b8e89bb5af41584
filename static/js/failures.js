// When a request fails nothing is lost: the card lies where it was, a sentence says what happened, a button tries again.

import { held, letGo } from "./hand.js";
import { free, onceSettled, visit } from "./requests.js";
import { tell } from "./announcer.js";
import { gettext } from "./words.js";

const LOST = gettext("That did not reach the server. Nothing changed.");
const LATE = gettext("The server did not answer in time. Try again to see how the week stands.");
const OFFLINE = gettext("You are offline. The week stays as it was; changes wait until you are back.");
const BACK = gettext("You are online again.");
const SENTENCES = {
  403: gettext("This page is out of date. Reload it, then try again."),
  404: gettext("That session is no longer there. Here is the week as it stands."),
  429: gettext("That was a lot at once. Wait a minute, then try again."),
};

let failed = null; // the request that did not arrive, to be sent again until a fresh board comes

const board = () => document.getElementById("board");

const again = async () => {
  if (!failed) return;
  const { verb, path, formData } = failed;
  failed = null;
  await free();
  await htmx.ajax(verb.toUpperCase(), path, { source: board(), target: "#board", swap: "outerHTML", values: formData }).catch(() => {});
};

const way = () => failed && { label: gettext("Try again"), press: again };

const FAILURES = { "htmx:sendError": LOST, "htmx:timeout": LATE };

// What a panel or a menu asked for is asked by its own control again; the board's own requests are kept, a change above all.
const keep = ({ requestConfig: { verb, path, formData, target } }) => {
  if (target?.id === "board" && (verb !== "get" || failed?.verb !== "post")) failed = { verb, path, formData };
};

// A card in the hand stays there while it is something else that failed.
const putBack = ({ requestConfig: { target } }) => {
  if (target?.id === "board" && (held()?.sent || held()?.travels)) letGo({ stay: true });
};

for (const [name, sentence] of Object.entries(FAILURES)) {
  document.addEventListener(name, ({ detail }) => {
    putBack(detail);
    keep(detail);
    tell(navigator.onLine ? sentence : OFFLINE, "error", way());
  });
}

addEventListener("offline", () => tell(OFFLINE, "warning"));
addEventListener("online", () => tell(BACK, "success", way()));

document.addEventListener("htmx:responseError", ({ detail }) => {
  const { status } = detail.xhr;
  const { boardUrl } = board().dataset;
  putBack(detail);
  if (status === 404 && detail.requestConfig.path !== boardUrl) {
    onceSettled(boardUrl, () => tell(SENTENCES[404]));
    visit(boardUrl);
    return;
  }
  if (status >= 500) keep(detail);
  tell(SENTENCES[status] ?? LOST, "error", status >= 500 ? way() : null);
});

document.addEventListener("htmx:afterSettle", ({ target }) => {
  if (target.id === "board") failed = null;
});
