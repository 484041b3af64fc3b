import type { Rules } from "./rules.ts";

/** What callers ask about the practice. */
export const questionRules: Rules = {
  askedDay:
    "/4/ saturday | /3/ sunday | /2/ today | /2/ tomorrow | /2/ saturdays | /2/ sundays | weekends | tonight | the weekend | <weekday> | thanksgiving | christmas eve | new year's day | memorial day | labor day",
  hoursAsked: `/6/ ( what time | when ) ( do you | do you guys | does the office | are you ) ( /4/ open | /3/ close | /0.3/ opened ) ( /3/ <NULL> | /4/ [ on ] <askedDay> )
    | /5/ are you [ guys ] open ( /4/ [ on ] <askedDay> | right now | late | now ) | /3/ do you open on <askedDay>
    | /5/ what are your [ opening | office | business ] hours ( /3/ <NULL> | [ on | for ] <askedDay> ) | /2/ how late are you open [ <askedDay> ] | /1/ until what time are you open | /1/ what time do you close`,
  placeAsked: `/5/ where are you [ located | at ] | /3/ ( what's | what is ) ( your | the ) address | /3/ how do i get ( there | to you | to your office ) | /2/ where is ( your office | the office | the clinic | the shop )
    | /2/ can you give me directions | /2/ i need directions | /2/ can i get your address`,
  parkingAsked:
    "where do i park | where can i park | is there [ any ] parking | do you have parking | is parking free",
  priceAsked: `/4/ how much ( is it | does it cost | will it cost | do you charge ) | /4/ how much ( is | for | does ) ( a visit | an office visit | a physical | a checkup | a new patient visit | an appointment ) [ cost ] | /2/ what do you charge for a ( visit | physical | new patient visit )
    | /1/ how much would it be without insurance`,
  payerAsked: `do you ( take | accept ) [ my insurance | /4/ <payerName> ] | what insurance do you ( take | accept ) | are you in network with <payerName>`,
  otherAsked: `do i need to bring anything | what should i bring | do i need to fast [ before my physical ] | should i come early | are you a robot | are you a person | am i talking to a robot | is this a robot | who is this | is this recorded
    | how long does it take | how long will it take | how long is the appointment | who are your doctors | what kind of doctors do you have | are you taking new patients | do you take walk ins | do i need an appointment | can i walk in`,
  question: `/0.2/ [ sorry | and | also | one question | first | actually first | hi | yes ] ( /5/ <hoursAsked> | /4/ <placeAsked> | /2/ <parkingAsked> | /3/ <priceAsked> | /3/ <payerAsked> | /3/ <otherAsked> )
    | /0.8/ ( /5/ <hoursAsked> | /4/ <placeAsked> | /2/ <parkingAsked> | /3/ <priceAsked> | /3/ <payerAsked> | /3/ <otherAsked> )`,
};
