import type { Rules } from "./rules.ts";

/** How long, how much, how bad. */
export const amountRules: Rules = {
  amount:
    "<manyNumber> | a couple | a couple of | a few | several | about <manyNumber> | one and a half | two or three | three or four",
  manyNumber:
    "/0.92/ ( two | three | four | five | six | seven | eight | nine | ten ) | /0.08/ ( <teen> | <ten> [ <oneToNine> ] )",
  timeUnit: "minute | hour | day | week | month | year",
  timeUnits: "minutes | hours | days | weeks | months | years",
  /** A number and its unit agree, which tells "one week" from "twenty week". */
  lengthOfTime:
    "/0.6/ <amount> <timeUnits> | /0.4/ ( a | an | one | half a | half an | about a | about one ) <timeUnit>",
  duration: `[ it's been | for | for about | about | since | maybe | i'd say | almost | over | more than | the last | the past | like ]
      <lengthOfTime> [ now | ago | or so | already ]
    | [ it's been | it started | since ] ( yesterday | today | this morning | last night | last week | last month | last year | <weekday> | last <weekday> | <monthDay> | <month> )
    | ( on and off | off and on ) [ for <lengthOfTime> ]
    | a long time | [ for ] a while [ now ]`,
  zeroToTen: "zero | one | two | three | four | five | six | seven | eight | nine | ten",
  pain: `/0.9/ [ it's | it is | that's | about | maybe | i'd say | probably | it's about | around | like ] [ a | an | about a | maybe a | around a ] ( <zeroToTen> [ or [ a | an ] <zeroToTen> | and a half ] [ out of ten | today | right now ] )
    | /0.1/ ( no pain [ at all ] | it doesn't hurt | not bad | very bad | the worst | pretty bad | it's ( mild | moderate | severe ) )`,
  number: "/0.6/ [ it's | about | maybe ] <counted> | /0.4/ <mileage>",
};
