/** Said between a day and its weekday: "the tenth which is a Tuesday". */
export const withinDays: ReadonlySet<string> = new Set("a an the of on is that which it and".split(" "));

/** Said between two days that are not one. */
export const apartDays: ReadonlySet<string> = new Set(
  "or to through thru until till after before by from not but then between than except for about at with i we my no actually sorry rather instead also plus if because when same week weeks".split(
    " ",
  ),
);

/** "Friday may work": "may" is no month before these. */
export const verbsBehindMay: ReadonlySet<string> = new Set(
  "i we you it that be not work do suit have come get need also still well or".split(" "),
);

/** Behind "Tuesday the" and "Tuesday May" these show that something is missing. */
export const daysBehind: ReadonlySet<string> = new Set("of please thanks thank".split(" "));

/** Behind an ordinal these show that it counts no things. */
export const ordinalEnds: ReadonlySet<string> = new Set(
  "please thanks thank of if at in works is would sounds for or".split(" "),
);

/** Words that may follow a bare "March twenty". */
export const afterTens: ReadonlySet<string> = new Set(
  "please thanks thank at in is works would if or and for around about between after before works sounds would on morning afternoon evening to through until till maybe noon with from i my the".split(
    " ",
  ),
);
