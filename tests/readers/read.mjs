// Reads a calendar on standard input by the named library and writes its events as JSON: times in UTC, texts as read.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, folder] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(createRequire(`${folder}/x.js`).resolve(name)));
const data = readFileSync(0, "utf8");
const event = (uid, start, end, summary, description) => [uid, start.toISOString(), end.toISOString(), summary ?? "", description ?? ""];
const plain = (text) => (text && typeof text === "object" ? text.val : text);

const readers = {
  "ical.js": async () => {
    const { default: ICAL } = await load("ical.js");
    const calendar = new ICAL.Component(ICAL.parse(data));
    for (const zone of calendar.getAllSubcomponents("vtimezone")) {
      ICAL.TimezoneService.register(new ICAL.Timezone({ component: zone, tzid: zone.getFirstPropertyValue("tzid") }));
    }
    return calendar.getAllSubcomponents("vevent").map((component) => {
      const one = new ICAL.Event(component);
      return event(one.uid, one.startDate.toJSDate(), one.endDate.toJSDate(), one.summary, one.description);
    });
  },
  "node-ical": async () => {
    const module = await load("node-ical");
    const parsed = (module.default ?? module).sync.parseICS(data);
    return Object.values(parsed)
      .filter((one) => one.type === "VEVENT")
      .map((one) => event(one.uid, one.start, one.end, plain(one.summary), plain(one.description)));
  },
  "ts-ics": async () => {
    const { convertIcsCalendar } = await load("ts-ics");
    const calendar = convertIcsCalendar(undefined, data);
    return calendar.events.map((one) => event(one.uid, one.start.date, one.end.date, one.summary, one.description));
  },
};

process.stdout.write(JSON.stringify(await readers[library]()));
