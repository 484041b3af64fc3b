import type { Rules } from "./rules.ts";

const teens =
  "ten | eleven | twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen";
const tens = "twenty | thirty | forty | fifty | sixty | seventy | eighty | ninety";

/** Numbers as they are said, from single figures to years. */
export const numberRules: Rules = {
  oneToNine: "one | two | three | four | five | six | seven | eight | nine",
  /** "Oh" is as frequent as "zero" on the telephone. */
  figure: "zero | oh | one | two | three | four | five | six | seven | eight | nine",
  teen: teens,
  ten: tens,
  /** "Fifty" by itself is as likely as "fifteen". */
  twoFigures: "/0.36/ <teen> | /0.29/ <ten> | /0.35/ <ten> <oneToNine>",
  upToNinetyNine: "<oneToNine> | <teen> | <ten> [ <oneToNine> ]",
  /** 1–9999 as counted: "three hundred fifty", "twelve oh eight", "four twenty five". */
  counted: `<upToNinetyNine> | ( <oneToNine> | <teen> ) hundred [ [ and ] <upToNinetyNine> ]
    | <upToNinetyNine> ( <twoFigures> | oh <oneToNine> )
    | <oneToNine> thousand [ [ and ] <upToNinetyNine> | <oneToNine> hundred [ [ and ] <upToNinetyNine> ] ]`,
  /** One after the other: "three five oh". */
  figures: "<figure> [ <figures> ]",
  ordinalOne: "first | second | third | fourth | fifth | sixth | seventh | eighth | ninth",
  ordinalTeen: `tenth | eleventh | twelfth | thirteenth | fourteenth | fifteenth | sixteenth | seventeenth
    | eighteenth | nineteenth`,
  ordinalDay: "<ordinalOne> | <ordinalTeen> | twentieth | twenty <ordinalOne> | thirtieth | thirty first",
  cardinalDay: "<oneToNine> | <teen> | twenty [ <oneToNine> ] | thirty [ one ]",
};
