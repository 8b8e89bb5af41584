// The goals form's entry: the painted week, the time zone, the week beside it. Without it the plain fields do the same.

import { chooseZone } from "./timezone.js";
import { paintOver } from "./paint.js";
import { follow } from "./preview.js";

const form = document.getElementById("goals-form");
chooseZone(form);
paintOver(document.querySelector("[data-availability]"));
follow(form, document.getElementById("preview"));
(document.getElementById("form-errors") ?? document.querySelector("#clashes[data-fresh]"))?.focus();
