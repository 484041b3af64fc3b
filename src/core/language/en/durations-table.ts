/** Units with their ISO 8601 form; `T` units are shorter than a day. */
export const durationUnits: Readonly<Record<string, string>> = {
  second: "TS",
  seconds: "TS",
  minute: "TM",
  minutes: "TM",
  min: "TM",
  mins: "TM",
  hour: "TH",
  hours: "TH",
  hr: "TH",
  hrs: "TH",
  day: "D",
  days: "D",
  night: "D",
  nights: "D",
  week: "W",
  weeks: "W",
  wk: "W",
  wks: "W",
  fortnight: "W2",
  fortnights: "W2",
  month: "M",
  months: "M",
  year: "Y",
  years: "Y",
  yrs: "Y",
  yr: "Y",
  decade: "Y10",
  decades: "Y10",
};

/** Lengths of time without a number. */
export const durationPhrases: readonly (readonly [string, readonly string[]])[] = [
  ["P1D", ["(all day|all day long|since yesterday|the whole day)"]],
  ["PT12H", ["(all night|overnight|through the night|(since|from) last night)"]],
  ["PT8H", ["(since this morning|all morning|since i woke up|since i got up|earlier today|since earlier)"]],
  ["PT1H", ["(just now|just started|it just started|a little while ago|just a bit ago)"]],
  ["P2D", ["(since|over|all|from) (the|this|last) weekend", "all weekend"]],
  ["P1D", ["(just|only) (today|since today)", "(today|this morning) $"]],
  ["P1W", ["(all week|the whole week|since last week|all this week)"]],
  ["P1M", ["(all month|since last month)"]],
  ["P1Y", ["(all year|since last year)"]],
];

export const intermittentPhrases: readonly string[] = [
  "(on and off|off and on|comes and goes|come and go|coming and going|on again off again|now and then|every now and then|intermittently|from time to time|it comes and it goes|once in a while|sporadically)",
];
