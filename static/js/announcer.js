// Says things: to screen readers in the one live region, and to everybody in the line above the week.

export const announce = (sentence) => {
  document.getElementById("announcer").textContent = sentence;
};

export const tell = (sentence, level = "error") => {
  announce(sentence);
  const note = document.querySelector("#board .board-note");
  if (!note) return;
  for (const old of note.querySelectorAll(".notice, .hint")) old.remove();
  const notice = document.createElement("p");
  notice.className = `notice ${level}`;
  notice.textContent = sentence;
  note.append(notice);
  note.dataset.hasMessage = "";
};
