import type { Rules } from "./rules.ts";

/** How long, how much, how bad. */
export const amountRules: Rules = {
  amount:
    "<upToNinetyNine> | a couple | a couple of | a few | several | about <upToNinetyNine> | half a | one and a half | two or three | three or four",
  timeUnit: "minute | minutes | hour | hours | day | days | week | weeks | month | months | year | years",
  duration: `[ it's been | for | for about | about | since | maybe | i'd say | almost | over | more than | the last | the past | like ]
      ( <amount> <timeUnit> [ now | ago | or so | already ] | ( a | an ) <timeUnit> [ now | ago | or so ] )
    | [ it's been | it started | since ] ( yesterday | today | this morning | last night | last week | last month | last year | <weekday> | last <weekday> | <monthDay> | <month> )
    | ( on and off | off and on ) [ for ( <amount> <timeUnit> | a <timeUnit> ) ]
    | a long time | [ for ] a while [ now ]`,
  zeroToTen: "zero | one | two | three | four | five | six | seven | eight | nine | ten",
  pain: `/0.9/ [ it's | it is | that's | about | maybe | i'd say | probably | it's about | around | like ] [ a | an | about a | maybe a | around a ] ( <zeroToTen> [ or [ a | an ] <zeroToTen> | and a half ] [ out of ten | today | right now ] )
    | /0.1/ ( no pain [ at all ] | it doesn't hurt | not bad | very bad | the worst | pretty bad | it's ( mild | moderate | severe ) )`,
  number: "[ it's | about | maybe ] <counted>",
};
