// The answer to `times` in a report: events counted by day, month or year.

const mostBars = 120;
const millisecondsADay = 86400000;

/** How wide a bar is: which bar a date falls into, the first and the last date of a bar. */
const units = [
  { unit: "day", parts: 3, bar: (y, m, d) => dateOf(y, m, d).getTime() / millisecondsADay,
    name: (bar) => isoOf(new Date(bar * millisecondsADay)) },
  { unit: "month", parts: 2, bar: (y, m) => y * 12 + m - 1,
    name: (bar) => `${year(Math.floor(bar / 12))}-${String(bar % 12 + 1).padStart(2, "0")}` },
  ...[["year", 1], ["decade", 10], ["century", 100]].map(([unit, years]) => ({ unit, parts: 1,
    bar: (y) => Math.floor(y / years), name: (bar) => year(Math.max(bar * years, 1)),
    last: (bar) => year((bar + 1) * years - 1) })),
];

function year(number) {
  return String(number).padStart(4, "0");
}
function dateOf(y, m, d) {
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  return date;
}
function isoOf(date) {
  return `${year(date.getUTCFullYear())}-${String(date.getUTCMonth() + 1).padStart(2, "0")}-${
    String(date.getUTCDate()).padStart(2, "0")}`;
}

export function timeLine(events) {
  const dates = events.filter((event) => event.time).map((event) => event.time.split("/")[0].split("-").map(Number));
  const barsIn = (unit) => dates.filter((date) => date.length >= unit.parts).map((date) => unit.bar(...date));
  const ends = (bars) => bars.reduce(([least, most], bar) => [Math.min(least, bar), Math.max(most, bar)],
    [Infinity, -Infinity]);
  const unit = units.find((one) => {
    const [least, most] = ends(barsIn(one));
    return most - least < mostBars && most >= least;
  }) ?? units.at(-1);
  const bars = barsIn(unit);
  const counts = new Map();
  for (const bar of bars) counts.set(bar, (counts.get(bar) ?? 0) + 1);
  const [least, most] = ends(bars);
  const line = [];
  for (let bar = least; bar <= most; ++bar) {
    line.push({ since: unit.name(bar), until: (unit.last ?? unit.name)(bar), count: counts.get(bar) ?? 0 });
  }
  return { unit: unit.unit, bars: line, vague: dates.length - bars.length, undated: events.length - dates.length };
}
