// Another reader of calendars (ical.js): prints every occurrence of each event up to a limit, one event a line.
const fs = require("fs");
const ICAL = require(process.argv[2]);
const root = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[3], "utf8")));
root.getAllSubcomponents("vtimezone").forEach((zone) => ICAL.TimezoneService.register(zone));
for (const each of root.getAllSubcomponents("vevent")) {
  const days = new ICAL.Event(each).iterator();
  const found = [];
  for (let next = days.next(); next && found.length < 400; next = days.next()) found.push(next.toString());
  console.log(found.join(" "));
}
