"use strict";
// Days are integers from 1 January 1970 in the proleptic Gregorian calendar, so that 44 BC and the year 170,000 are days
// like any other; a Date knows neither. An axis shows stretches of days to one scale; long silences between are cut out.

const Calendar = {
  MONTHS: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],

  /** Year, month and day of a day number; years and eras begin in March. */
  civil(day) {
    const { floor } = Math, era = floor((day + 719468) / 146097), of = day + 719468 - era * 146097;
    const year = floor((of - floor(of / 1460) + floor(of / 36524) - floor(of / 146096)) / 365);
    const rest = of - (365 * year + floor(year / 4) - floor(year / 100)), month = floor((5 * rest + 2) / 153);
    return [year + era * 400 + (month > 9), month < 10 ? month + 3 : month - 9, rest - floor((153 * month + 2) / 5) + 1];
  },

  /** The day number of a year, month and day; a month beyond 12 is one of a later year. */
  days(year, month = 1, day = 1) {
    const { floor } = Math, march = year + floor((month - 3) / 12), months = (month + 9) % 12;
    return march * 365 + floor(march / 4) - floor(march / 100) + floor(march / 400) + floor((153 * months + 2) / 5) + day - 719469;
  },

  number: (value) => (value > 9999 ? value.toLocaleString("en") : String(value)),

  /** A year as people write it: 44 BC, AD 44, 2018. */
  yearName(year) {
    return year <= 0 ? `${this.number(1 - year)} BC` : year < 100 ? `AD ${year}` : this.number(year);
  },

  /** How long so many days are, in the largest unit of which there are two. */
  length(days) {
    const [size, name] = [[365.2425, "year"], [30.44, "month"]].find(([each]) => days >= 2 * each) ?? [1, "day"];
    const many = Math.floor(days / size);
    return `${this.number(many)} ${name}${many === 1 ? "" : "s"}`;
  },
};

class Axis {
  static GAP = 52; // pixels between two stretches, in the midst of which the break is drawn
  static #SHARE = 4; // a silence longer than one part in this of what is shown is cut, as in the terminal
  static #WIDEST = 160; // pixels a day
  static #UNITS = [ // unit, how many, the least days of that many, pixels of a label
    ["day", 1, 1, 24], ["day", 7, 7, 46], ["month", 1, 28, 34], ["month", 3, 90, 34],
    ...Array.from({ length: 36 }, (_, at) => {
      const power = Math.floor(at / 3), many = [1, 2, 5][at % 3] * 10 ** power;
      return ["year", many, 365 * many, power > 3 ? 40 + 9 * power : 46];
    }),
  ];

  /** An axis that shows the busy days, pairs of a first and a last one, with at most so many long silences cut out. */
  constructor(busy, cuts) {
    const spans = [];
    for (const [first, last] of busy.sort((one, other) => one[0] - other[0])) {
      const before = spans.at(-1);
      if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
      else spans.push({ first, last });
    }
    let left = spans.at(-1).last - spans[0].first + 1;
    const silences = spans.slice(1).map(({ first }, at) => [first - spans[at].last - 1, at]).sort((one, other) => other[0] - one[0]);
    const cut = new Set();
    for (const [days, at] of silences.slice(0, cuts)) {
      if (days * Axis.#SHARE <= left) break;
      cut.add(at);
      left -= days;
    }
    this.stretches = spans.slice(0, 1);
    for (const [at, span] of spans.slice(1).entries()) {
      if (cut.has(at)) this.stretches.push(span);
      else this.stretches.at(-1).last = span.last;
    }
    this.days = 0;
    for (const stretch of this.stretches) {
      stretch.before = this.days;
      this.days += stretch.last - stretch.first + 1;
    }
  }

  /** A day, or the end of it with `more`, as days that are shown and breaks that are passed before it. */
  place(day, more = 0) {
    let low = 0, high = this.stretches.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.stretches[middle].last < day) low = middle + 1;
      else high = middle;
    }
    const { first, last, before } = this.stretches[low];
    return { days: before + Math.min(Math.max(day - first + more, 0), last - first + 1), breaks: low };
  }

  /** The place that stands at so many pixels; in a break, that of the nearer side. */
  placeAt(pixels, scale) {
    for (const [breaks, { first, last, before }] of this.stretches.entries()) {
      const start = before * scale + breaks * Axis.GAP, shown = (last - first + 1) * scale;
      if (pixels <= start + shown + Axis.GAP / 2 || breaks === this.stretches.length - 1)
        return { days: before + Math.min(Math.max(pixels - start, 0), shown) / scale, breaks };
    }
  }

  static pixels({ days, breaks }, scale) {
    return days * scale + breaks * Axis.GAP;
  }

  width(scale) {
    return Axis.pixels({ days: this.days, breaks: this.stretches.length - 1 }, scale);
  }

  /** The scales, in pixels a day, from the one at which all fits to the greatest. */
  scales(width) {
    const least = Math.max(width - (this.stretches.length - 1) * Axis.GAP, width / 4) / this.days;
    return [Math.min(least, Axis.#WIDEST), Axis.#WIDEST];
  }

  /** The breaks: where each begins, in pixels, and how many days it leaves out. */
  breaks(scale) {
    return this.stretches.slice(1).map(({ first, before }, at) => (
      { x: before * scale + at * Axis.GAP, days: first - this.stretches[at].last - 1 }));
  }

  /** The stretches between two pixels with their ticks: x, a label, and the larger unit above it, where there is one. */
  ticks(scale, from, to) {
    const [unit, many] = Axis.#UNITS.find(([, , days, label]) => days * scale >= label) ?? Axis.#UNITS.at(-1);
    const found = [];
    for (const [at, stretch] of this.stretches.entries()) {
      const start = stretch.before * scale + at * Axis.GAP;
      const first = stretch.first + Math.floor(Math.max(from - start, 0) / scale);
      const last = Math.min(stretch.last, stretch.first + Math.ceil((to - start) / scale));
      if (first > last) continue;
      const label = (day) => {
        const [year, month, number] = Calendar.civil(day), name = Calendar.MONTHS[month - 1], said = Calendar.yearName(year);
        const x = start + (day - stretch.first) * scale;
        return unit === "day" ? { x, label: number, above: `${name} ${said}` } : unit === "month" ? { x, label: name, above: said } : { x, label: said, above: "" };
      };
      const ticks = [];
      for (const day of Axis.#firsts(unit, many, first)) {
        if (day > last) break;
        if (day >= stretch.first) ticks.push(label(day));
      }
      // A stretch without any tick says by its first day what it is all the same.
      if (!ticks.length) ticks.push({ ...label(first), bare: true });
      found.push({ start, end: start + (stretch.last - stretch.first + 1) * scale, ticks, above: label(first).above });
    }
    return found;
  }

  /** The first days of units, from the one in which the day lies; weeks begin on a Monday, as the day -3 does. */
  static *#firsts(unit, many, day) {
    let [year, month] = Calendar.civil(day);
    if (unit === "day") for (day -= many === 7 ? (((day + 3) % 7) + 7) % 7 : 0; ; day += many) yield day;
    if (unit === "month") for (month -= (month - 1) % many; ; month += many) yield Calendar.days(year, month);
    for (year = Math.floor(year / many) * many; ; year += many) yield Calendar.days(year);
  }
}
