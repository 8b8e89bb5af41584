// The week board's entry: drag, keyboard, panel and shortcuts. Everything here also works as plain forms and links.

import "./swaps.js";
import "./drag.js";
import "./keyboard.js";
import "./panel.js";
import "./repair.js";
import "./shortcuts.js";
