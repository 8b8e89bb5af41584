// The front page's entry: the same hand as on the board, over a week that nobody owns and nothing stores.

import "./swaps.js";
import "./drag.js";
import "./keyboard.js";
