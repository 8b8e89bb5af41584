// Reads a calendar on standard input by the named library and writes its events as JSON: times in UTC, texts as read.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, folder] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(createRequire(`${folder}/x.js`).resolve(name)));
const data = readFileSync(0, "utf8");
const event = (uid, start, end, summary, description) => [uid, start, end, summary ?? "", description ?? ""];
const two = (number) => String(number).padStart(2, "0");
const localDay = (moment) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
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
      const moment = (time) => (time.isDate ? time.toString() : time.toJSDate().toISOString());
      return event(one.uid, moment(one.startDate), moment(one.endDate), one.summary, one.description);
    });
  },
  "node-ical": async () => {
    const module = await load("node-ical");
    const parsed = (module.default ?? module).sync.parseICS(data);
    const moment = (time) => (time.dateOnly ? localDay(time) : time.toISOString());
    return Object.values(parsed)
      .filter((one) => one.type === "VEVENT")
      .map((one) => event(one.uid, moment(one.start), moment(one.end), plain(one.summary), plain(one.description)));
  },
  "ts-ics": async () => {
    const { convertIcsCalendar } = await load("ts-ics");
    const calendar = convertIcsCalendar(undefined, data);
    const moment = (time) => (time.type === "DATE" ? time.date.toISOString().slice(0, 10) : time.date.toISOString());
    return calendar.events.map((one) => event(one.uid, moment(one.start), moment(one.end), one.summary, one.description));
  },
};

process.stdout.write(JSON.stringify(await readers[library]()));
