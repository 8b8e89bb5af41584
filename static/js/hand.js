// The card in the hand: what each day and place would mean for it, and the drop. At most one, whether by pointer or key.

import { clearVerdicts, longName, say, sentence, shortName, showPlaces, showTarget, showVerdict, showVerdicts } from "./days.js";
import { announce } from "./announcer.js";
import { change, free, isFree, leave, onceSettled, visit } from "./requests.js";
import { gettext } from "./words.js";

let hand = null;

export const held = () => hand;

// Whether another card has to wait: once a drop is sent the hand is free for any card but that one.
export const isTaken = (card) => Boolean(hand && (!hand.sent || hand.card.id === card.id));

const board = () => document.getElementById("board");

// `hold` holds what ends with it: `ghost` (the copy under the pointer) or `speaks` (each step is announced).
// `opening` is said before a step's sentence, and again with the verdict when that comes: words of their own would be cut off.
export const pickUp = (card, hold) => {
  letGo();
  const { version, week, boardUrl } = card.closest("#board").dataset;
  const { day: from, name: fromName } = card.closest("[data-day]").dataset;
  hand = {
    card, from, fromName, home: { version, week, boardUrl },
    target: null, place: null, answers: {}, places: {}, turn: null, opening: "", ...hold,
  };
  ask();
  return hand;
};

// Another week's board is under the card now, or its own again.
export const take = () => {
  Object.assign(hand, { target: null, place: null });
  layOn();
};

// A fresh board came under a card that is in the hand: it stays there, where the board still has it.
export const takeAgain = () => {
  if (!hand || hand.sent) return;
  if (!isAway()) hand.home.version = board().dataset.version;
  if (hand.travels) return;
  if (!isAway() && document.getElementById(hand.card.id)?.dataset.movable !== "true") return letGo();
  if (hand.speaks) hand.opening = `${document.getElementById("announcer").textContent.trim()} `;
  layOn();
};

// At home the card is there again.
const layOn = () => {
  if (!isAway()) {
    hand.card = document.getElementById(hand.card.id) ?? hand.card;
    hand.home.version = board().dataset.version;
    const { day: from, name: fromName } = hand.card.closest("[data-day]").dataset;
    Object.assign(hand, { from, fromName });
  }
  ask();
};

// The board's days are asked what they would mean.
const ask = () => {
  hand.stop?.abort();
  Object.assign(hand, { answers: {}, places: {}, stop: new AbortController() });
  hand.card.classList.toggle("picked-up", Boolean(hand.speaks) && !isAway());
  board().dataset.inHand = "";
  board().toggleAttribute("data-travels", isAway());
  hand.ready = judge(hand, hand.stop.signal);
};

export const isAway = () => Boolean(hand && hand.home.week !== board()?.dataset.week);

// The server knows the rules. Without its answer the card can still be dropped, and is judged then.
const judge = async (mine, signal) => {
  const elsewhere = isAway() ? `?week=${board().dataset.week}` : "";
  let told;
  try {
    const response = await fetch(mine.card.dataset.verdictsUrl + elsewhere, { signal, headers: { Accept: "application/json" } });
    if (!response.ok || response.redirected) return;
    told = await response.json();
  } catch {
    return;
  }
  if (hand !== mine || signal.aborted) return;
  Object.assign(mine, { answers: told.days, places: told.places ?? {}, turn: told.turn ?? null });
  showVerdicts(mine.answers);
  if (mine.turned) aimAgain();
  else if (mine.target) aim(mine.target, mine.place);
};

export const placesOn = (date) => hand?.places[date] ?? [];

const answerFor = (date, place) => (place === null ? hand.answers[date] : placesOn(date)[place]);

// The number of the place that a day's verdict is about; null where there is no choice.
const numberOf = (date, answer) => {
  const number = answer && date ? placesOn(date).findIndex((one) => one.start === answer.start) : -1;
  return number < 0 ? null : number;
};

// A place is the number of one of the day's places; without one the day's best is meant.
export const aim = (date, place = null) => {
  const { card, speaks } = hand;
  if (hand.target && hand.target !== date && hand.answers[hand.target]) showVerdict(hand.target, hand.answers[hand.target]);
  Object.assign(hand, { target: date, place, turned: false });
  const answer = date ? answerFor(date, place) : null;
  showPlaces(date, date ? placesOn(date) : []);
  if (answer) showVerdict(date, answer);
  showTarget(date, date ? sentence(shortName(date), answer, card.dataset.start) : "", place ?? numberOf(date, answer));
  if (speaks && date) announce(hand.opening + sentence(longName(date), answer, card.dataset.start));
  hand.ghost?.tell(answer?.start ?? card.dataset.start);
};

// The card stays, its parts change places: what is first is the other one then.
export const aimTurned = (turned) => {
  if (hand.turned === turned) return;
  aim(hand.from);
  showPlaces(null, []);
  if (!turned) return;
  const { turn, speaks, card } = hand;
  const name = turn?.order ?? (card.dataset.order === "run_first" ? gettext("Lift first") : gettext("Run first"));
  hand.turned = true;
  if (turn) showVerdict(hand.from, turn);
  say(sentence(name, turn && { ...turn, start: null }));
  const how = turn?.possible === false ? [] : [gettext("Enter turns it round.")];
  if (speaks) announce([sentence(name, turn && { ...turn, start: null }), ...how].join(" "));
};

const aimAgain = () => {
  hand.turned = false;
  aimTurned(true);
};

// A word about something that is no day: the tab of another week.
export const aimBeside = (line) => {
  aim(null);
  say(line);
};

export const letGo = ({ stay = false } = {}) => {
  if (!hand) return;
  const { card, ghost, stop, home, sent, travels } = hand;
  const away = isAway() && !stay && !sent;
  if (travels) leave();
  hand = null;
  stop.abort();
  ghost?.remove();
  card.classList.remove("placeholder", "picked-up", "is-turning");
  card.removeAttribute("aria-disabled");
  delete board()?.dataset.inHand;
  board()?.removeAttribute("data-travels");
  clearVerdicts();
  showPlaces(null, []);
  showTarget(null, "");
  if (away) return goHome(card.id, home);
};

const takeHandle = (card) => {
  if (!hand) card?.querySelector("[data-handle]")?.focus({ preventScroll: true });
};

const goHome = (id, { boardUrl }) => {
  onceSettled(boardUrl, () => takeHandle(document.getElementById(id)));
  return visit(boardUrl);
};

// Whether the card lies where it is aimed at already.
export const isHere = () => {
  if (!hand.target) return true;
  if (hand.turned || isAway() || hand.target !== hand.from) return false;
  return (answerFor(hand.target, hand.place)?.start ?? hand.card.dataset.start) === hand.card.dataset.start;
};

// Drops the card where it is aimed at; where it came from, or nowhere, puts it back.
export const drop = async () => {
  const mine = hand;
  if (isHere()) return letGo();
  mine.dropped = true;
  const chosen = mine.place === null ? null : placesOn(mine.target)[mine.place]?.start;
  if (!(await isReady(mine))) return;
  if (isHere()) return letGo();
  mine.sent = true;
  if (mine.turned) await turn(mine);
  else await send(mine, mine.target, chosen ?? mine.answers[mine.target]?.start ?? mine.card.dataset.start);
  if (hand === mine) letGo();
};

// A change under way comes first, and the board it brings has verdicts of its own. False where the card was let go meanwhile.
const isReady = async (mine) => {
  do {
    await free();
    await mine.ready;
  } while (hand === mine && !isFree());
  return hand === mine;
};

// `moves/` stands beside its siblings: the card tells one address, the others end differently.
const beside = (card, action) => card.dataset.moveUrl.replace(/move\/$/, `${action}/`);

const turn = ({ card, home }) => change(beside(card, "flip"), { version: home.version });

const send = (mine, date, start) => {
  const { card, home } = mine;
  const { week, version } = board().dataset;
  const elsewhere = isAway() ? { week, shown: week, week_version: version } : {};
  const url = isAway() ? beside(card, "across") : card.dataset.moveUrl;
  onceSettled(url, () => settle(mine, date));
  return change(url, { ...elsewhere, date, start, version: home.version });
};

const settle = ({ card, speaks }, date) => {
  const moved = document.getElementById(card.id);
  if (moved !== card && moved?.closest(`[data-day="${date}"]`)) moved.classList.add("settled");
  if (speaks) takeHandle(moved);
};

// On the tab of another week: the good place there that is nearest to its own day. A week on its way has to arrive first.
export const dropOnWeek = async (week, arrived) => {
  const mine = hand;
  mine.dropped = true;
  await arrived;
  if (!(await isReady(mine))) return;
  mine.sent = true;
  await change(beside(mine.card, "across"), { week, shown: board().dataset.week, version: mine.home.version });
  if (hand === mine) letGo({ stay: true });
};
