import type { Rules } from "./rules.ts";

/** Days, times of day and birthdays. */
export const dateRules: Rules = {
  month: `january | february | march | april | may | june | july | august | september | october | november | december`,
  weekday: "monday | tuesday | wednesday | thursday | friday | saturday | sunday",
  monthDay: `<month> <perhapsThe> ( /0.8/ <ordinalDay> | /0.2/ <cardinalDay> )
    | [ the ] <ordinalDay> [ of ] <month>`,
  dayOfMonth: "the <ordinalDay>",
  /** Years of this century and the next: what an appointment or its correction may name. */
  date: `/0.35/ [ on | this | next | <weekday> | the | for ] <weekday> [ <monthDay> | <dayOfMonth> | next week | after next ]
    | /0.25/ [ on ] [ <weekday> ] <monthDay>
    | /0.1/ [ on ] <dayOfMonth>
    | /0.2/ <relativeDay>
    | /0.1/ <dayWish>`,
  relativeDay: `today | tomorrow | the day after tomorrow | tonight | this week | next week | the week after [ next ]
    | in ( a | one | two | three | four ) ( day | days | week | weeks | month ) | next month | this weekend
    | later this week | early next week | later next week | the end of [ the | this | next ] week
    | a week from ( today | tomorrow | <weekday> )`,
  dayWish: `( any | every ) ( day | weekday | time ) [ but ( <weekday> | today | tomorrow ) ]
    | as soon as possible | the ( earliest | first | next | soonest ) ( available | possible | one | appointment | time | opening )
    | as early as possible | anytime | whenever | not ( on | today | tomorrow | this week ) [ <weekday> ]
    | <weekday> or <weekday> | ( after | before | from ) ( <weekday> | <monthDay> | the <ordinalDay> )`,
  partOfDay: `( in the | the | this | early | late | early in the | late in the | ) ( morning | afternoon | evening )
    | at noon | at lunch time | after ( work | lunch | school )`,
  hour: "one | two | three | four | five | six | seven | eight | nine | ten | eleven | twelve",
  minute: `o'clock | thirty | fifteen | forty five | ten | twenty | forty | fifty | oh five | twenty five
    | thirty five | fifty five | five | hundred`,
  /** "A.m." and "p.m." are heard as letters. */
  meridiem: "a _m | _p _m | in the ( morning | afternoon | evening ) | at night | noon",
  clock: `<hour> [ <minute> ] [ <meridiem> ] | half past <hour> | ( quarter | ten | twenty | five ) ( past | after | to | before | of ) <hour>
    | noon | midday`,
  time: `[ at | around | about | maybe ] <clock>
    | <partOfDay>
    | ( after | before | not before | no later than | by | from ) <clock>
    | between <clock> and <clock>`,
  appointment: "<date> [ [ at | around ] <clock> | <partOfDay> ] | <time> [ on ] [ <date> ]",
  birthYear: `/0.62/ nineteen ( <twoFigures> | oh <oneToNine> | hundred )
    | /0.18/ two thousand [ ( <oneToNine> | <teen> | twenty [ <oneToNine> ] ) ]
    | /0.08/ twenty ( <teen> | oh <oneToNine> | twenty [ <oneToNine> ] )
    | /0.1/ <twoFigures> | /0.02/ oh <oneToNine>`,
  birthNumbers:
    "( oh <oneToNine> | <oneToNine> | ten | eleven | twelve ) [ slash ] ( oh <oneToNine> | <cardinalDay> ) [ slash ] <birthYear>",
  perhapsThe: "/0.85/ <NULL> | /0.15/ the",
  /** After the day of a birthday, these are rare, and "thirty of" sounds like "thirtieth". */
  perhapsOf: "/0.95/ <NULL> | /0.05/ ( of | in )",
  /** A year alone is what follows after a pause. */
  dateOfBirth: `/0.8/ <month> <perhapsThe> ( /0.8/ <ordinalDay> | /0.2/ <cardinalDay> ) <perhapsOf> <birthYear>
    | /0.1/ [ the ] <ordinalDay> [ of ] <month> <perhapsOf> <birthYear>
    | /0.08/ <birthNumbers> | /0.02/ nineteen <twoFigures>`,
  dateOfBirthTurn: `[ my ( birthday | birth date | date of birth ) is [ the ] | i was born [ on | in ] | born [ on ] | date of birth | <itIs> ] <dateOfBirth>`,
};
