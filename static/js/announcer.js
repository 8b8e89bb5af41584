// Says things: to screen readers in the one live region, and to everybody in the line above the week.

export const announce = (sentence) => {
  document.getElementById("announcer").textContent = sentence;
};

const button = ({ label, press }) => {
  const element = document.createElement("button");
  Object.assign(element, { type: "button", className: "button", textContent: label });
  element.addEventListener("click", press);
  return element;
};

const clear = (note) => {
  for (const old of note.querySelectorAll(".notice, .hint")) old.remove();
};

// `way` is a way out: { label, press }.
export const tell = (sentence, level = "error", way = null) => {
  announce(sentence);
  const note = document.querySelector("#board .board-note");
  if (!note) return;
  clear(note);
  const notice = document.createElement("div");
  notice.className = `notice ${level}`;
  const words = document.createElement("p");
  words.textContent = sentence;
  notice.append(words);
  if (way) {
    notice.classList.add("with-offer");
    notice.append(button(way));
  }
  note.querySelector("[data-note-close]").before(notice);
  note.dataset.hasMessage = "";
};

// On a phone a message lies on the week until it is put away.
document.addEventListener("click", (event) => {
  const note = event.target.closest?.("[data-note-close]")?.closest(".board-note");
  if (!note) return;
  clear(note);
  delete note.dataset.hasMessage;
  document.getElementById("board-title")?.focus({ preventScroll: true });
});
