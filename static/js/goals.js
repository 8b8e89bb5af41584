// The goals form's entry: the painted week and the time zone. Without it the plain fields do the same.

import { chooseZone } from "./timezone.js";
import { paintOver } from "./paint.js";

chooseZone(document.getElementById("goals-form"));
paintOver(document.querySelector("[data-availability]"));
(document.getElementById("form-errors") ?? document.querySelector("#clashes[data-fresh]"))?.focus();
