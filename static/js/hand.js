// The card in the hand: what each day would mean for it, and the drop. At most one, whether by pointer or keyboard.

import { clearVerdicts, longName, sentence, shortName, showTarget, showVerdicts } from "./days.js";
import { announce } from "./announcer.js";

let hand = null;

export const held = () => hand;

// `hold` holds what ends with it: `ghost` (the copy under the pointer) or `speaks` (each step is announced).
export const pickUp = (card, hold) => {
  letGo();
  hand = { card, from: card.closest("[data-day]").dataset.day, target: null, answers: {}, stop: new AbortController(), ...hold };
  card.closest("#board").dataset.inHand = "";
  hand.ready = ask(hand);
  return hand;
};

// The server knows the rules. Without its answer the card can still be dropped, and is judged then.
const ask = async (mine) => {
  try {
    const response = await fetch(mine.card.dataset.verdictsUrl, { signal: mine.stop.signal, headers: { Accept: "application/json" } });
    if (!response.ok || response.redirected) return;
    mine.answers = (await response.json()).days;
  } catch {
    return;
  }
  if (hand !== mine) return;
  showVerdicts(mine.answers);
  if (mine.target) aim(mine.target);
};

export const aim = (date) => {
  const { answers, card, speaks } = hand;
  const answer = answers[date];
  hand.target = date;
  showTarget(date, date ? sentence(shortName(date), answer, card.dataset.start) : "");
  if (speaks && date) announce(sentence(longName(date), answer, card.dataset.start));
  hand.ghost?.tell(answer?.start ?? card.dataset.start);
};

export const letGo = () => {
  if (!hand) return;
  const { card, ghost, stop } = hand;
  hand = null;
  stop.abort();
  ghost?.remove();
  card.classList.remove("placeholder", "picked-up");
  delete card.closest("#board")?.dataset.inHand;
  clearVerdicts();
  showTarget(null, "");
};

// Drops the card on the day it is aimed at; its own day, or none, is where it came from.
export const drop = async () => {
  const mine = hand;
  if (!mine.target || mine.target === mine.from) return letGo();
  mine.dropped = true;
  await mine.ready;
  if (hand !== mine) return;
  await send(mine.card, mine.target, mine.answers[mine.target]?.start ?? mine.card.dataset.start);
  if (hand === mine) letGo();
};

const send = async (card, date, start) => {
  const values = { date, start, version: card.closest("#board").dataset.version };
  // A failed request is told by swaps.js; here the card only goes back.
  await htmx.ajax("POST", card.dataset.moveUrl, { source: card, target: "#board", swap: "outerHTML", values }).catch(() => {});
  const moved = document.getElementById(card.id);
  if (moved !== card && moved?.closest(`[data-day="${date}"]`)) moved.classList.add("settled");
};
