import type { Rules } from "./rules.ts";

/** How a wish is led up to; several in a row are rare. */
const lead =
  "/8/ i need to | /8/ i'd like to | /4/ i want to | /3/ i have to | /2/ i would like to | /4/ can i | /3/ could i | /2/ can we | could we | /2/ we need to | /2/ may i | /3/ i'm calling to | /2/ i was hoping to | i'm trying to | i was calling to | i just wanted to | i just need to | is it possible to | would it be possible to | /3/ can you | /2/ could you | /3/ please | need to | i just want to";

/** What callers want done about an appointment that they have. */
const visitRules: Rules = {
  wishLead: lead,
  visitDay:
    "<weekday> | tomorrow | today | next week | this week | this morning | this afternoon | next <weekday> | the <ordinalDay> | <month> <ordinalDay>",
  /** An appointment is mostly no more than that. */
  visitTailHub: `/12/ <NULL> | /3/ [ on | for | to ] <visitDay> | /1/ with <hintedName> | /0.5/ at <hour> [ <meridiem> ] | /2/ please`,
  visitNoun:
    "/14/ appointment | visit | booking | checkup | physical | slot | /2/ service | oil change | drop off",
  whoseVisit:
    "/14/ my | /2/ the | /2/ an | our | /0.5/ that | /0.5/ tomorrow's | /0.5/ my next | /0.5/ my <weekday> | /0.5/ my daughter's | /0.5/ my son's | /0.5/ my wife's | /0.5/ my husband's",
  myVisit: "<whoseVisit> <visitNoun>",
  ownVisit:
    "( /14/ my | our | tomorrow's | /0.5/ my next | /0.5/ my daughter's | /0.5/ my son's | /0.5/ my wife's | /0.5/ my husband's ) <visitNoun>",
  whenInstead: `/4/ <visitDay> | /4/ another ( day | time ) | /3/ a ( different | later | new | better ) ( day | time ) | the ( morning | afternoon ) | later [ in the ( day | week ) | that day | today ]`,
  moveVerb: "/6/ move | /6/ change | /2/ push | bump | /2/ switch | postpone | /3/ reschedule | /0.5/ shift",
  moveVisit: `/8/ reschedule | /6/ reschedule <myVisit> | /10/ <moveVerb> <myVisit> ( /5/ <NULL> | /2/ to <whenInstead> | back | up | time )
    | /2/ move up <myVisit> | /2/ ( change | move ) the ( time | day | date ) of <myVisit> | /4/ <moveVerb> it ( /2/ <NULL> | to <whenInstead> ) | /1/ rebook
    | /2/ ( come in | come | bring it in | bring my car in | drop it off | do it ) ( on <whenInstead> instead | <whenInstead> instead | at <whenInstead> | on <whenInstead> | later than my appointment | earlier than my appointment )`,
  cannotMake: `( /8/ i can't | i cannot | /3/ i won't be able to | /2/ i'm not able to | /2/ i'm not going to be able to | we can't | /2/ i won't )
      ( /6/ make it | /3/ make it to <myVisit> | /4/ make <myVisit> | keep <myVisit> | come to <myVisit> | come in | make that | bring my car in | bring it in | do <visitDay> )`,
  moveWish: `/10/ ( /0.75/ <wishLead> | /0.25/ <NULL> ) ( <moveVisit> )
    | /4/ <cannotMake> ( /4/ <NULL> | <visitDay> | /1/ so i need to ( move it | reschedule ) | /2/ ( can we | could we | can you | can i ) ( move it | reschedule | change it | reschedule it ) )
    | /1/ ( i'm stuck | i got stuck ) at work can i come later today [ instead ]
    | /1.5/ something came up and <cannotMake>
    | /2/ i ( have | had ) an appointment [ on ] <visitDay> ( but | and ) i need to ( change | move | reschedule ) [ it ]
    | /1/ ( i'm scheduled | i'm supposed to come in | i was supposed to come in ) [ for | on ] <visitDay> ( but i can't | and i need to ( change | move ) ( it | that ) | but i need to ( change | move ) ( it | that ) )
    | /2/ i need ( another | a different | a new ) ( time | day ) for <myVisit>
    | /0.7/ i missed my appointment [ yesterday | and need a new one ]
    | /1/ <myVisit> <wontWork> | /0.7/ the time i have <wontWork>
    | /0.7/ ( do you have anything | is there anything | any chance to get in | can i get in ) ( earlier | sooner ) than <myVisit>`,
  wontWork:
    "[ tomorrow | on <weekday> ] ( doesn't | isn't going to | won't | does not ) work ( anymore | for me | out )",
  cancelWish: `/12/ ( /0.75/ <wishLead> | /0.25/ <NULL> ) cancel ( /10/ <myVisit> | /2/ it | /3/ <NULL> | everything | the one on <weekday> )
    | /3/ <cannotMake> ( please cancel | just cancel it | please cancel it | i want to cancel | i need to cancel ) | /1/ i can't come and i don't want a new time
    | /2/ [ <wishLead> ] ( call off | drop | get rid of ) <myVisit>
    | /3/ ( i don't | i no longer | we don't ) need ( /3/ <myVisit> | to come in ) ( anymore | <NULL> )
    | /1/ ( i already got it fixed | i sold the car | i'm feeling better | we're moving away ) ( cancel it | so i want to cancel | please cancel | so i want to cancel everything )
    | /2/ i won't be ( coming in | coming | there | able to come | bringing the car in )
    | /1/ i'm ( cancelling | calling to cancel ) | /1/ take me off the schedule [ for <weekday> ]
    | /1/ ( i'm feeling better | i feel better | i sold the car | i already got it fixed ) so i don't need ( to come in | <myVisit> )`,
  confirmWish: `/8/ ( /0.6/ <wishLead> | /0.2/ i'm just calling to | /0.2/ i got a ( text | message | call ) ( asking me to | to ) [ call and ] ) confirm ( /8/ <myVisit> | /3/ <NULL> | that i'm coming | an appointment )
    | /2/ ( i'm | i am | just ) confirming <ownVisit> | /1/ did i book for <visitDay> [ or <visitDay> ]
    | /5/ ( when is | when's | what time is | what day is ) <ownVisit> [ again ]
    | /3/ ( i forgot | can you tell me | could you tell me | can you remind me | i'd like to know | do you know ) ( when | what time ) <ownVisit> is
    | /3/ ( when | what time ) ( am i supposed to | do i | should i ) ( come in | come | be there | drop it off | bring it in | drop off my car | bring my car in ) | /1/ when is my car supposed to come in
    | /2/ do i ( have | still have ) ( an appointment | anything scheduled )
    | /2/ i'm calling [ back ] about ( <ownVisit> | an appointment reminder )
    | /2/ am i ( still on | booked | scheduled | still booked | down ) for
    | /2/ [ i'm | i was | just ] checking on <ownVisit> | /1/ do you have me down for
    | /1/ ( i want to | i'd like to | just to ) make sure my appointment is still ( good | on )
    | /1/ is <ownVisit> [ at <hour> | on <weekday> | still on ]
    | /0.7/ who is <ownVisit> with | /0.5/ what ( day | time ) was that again`,
};

/** What callers want before there is an appointment, or instead of one. */
const openingRules: Rules = {
  getIn: "/4/ come in | /4/ get in | see someone | be seen | /2/ bring it in | /2/ bring my car in",
  nextWish: `/8/ ( what's | what is | when's | when is ) ( the | your ) ( /6/ next | /3/ first | /4/ earliest | /3/ soonest ) ( /6/ available | /4/ opening | /6/ appointment | /3/ available appointment | time | thing ) ( /6/ <NULL> | you have | you've got | with <hintedName> )
    | /5/ how ( soon | quickly ) can ( i <getIn> | you ( get me in | see me | fit me in | take me ) )
    | /4/ when ( can | could ) i <getIn> | /2/ when's the soonest i ( can | could ) <getIn>
    | /2/ when ( can | could ) ( you | <hintedName> ) ( see me | take me | fit me in )
    | /3/ what ( times | days | openings | appointments ) do you have [ available | open ]
    | /2/ ( what's | what is ) ( available | your availability [ like ] )
    | /2/ when do you have ( something | anything ) [ free | open | available ]
    | /2/ what ( do you have | have you got ) ( available | open | free | coming up )
    | /1/ how far out are you booking | /1/ how long is the wait for an appointment | /2/ next available [ appointment ]`,
  ifOpens: `/4/ if ( something | anything | a time | a spot ) ( opens up | comes up | opens | becomes available )
    | /3/ if ( somebody | someone | anybody | anyone ) cancels | /3/ if ( there's | there is | you get | you have ) ( a cancellation | an opening | an earlier time | anything earlier )
    | /2/ when something opens up | in case ( someone | somebody ) cancels`,
  waitList: "/6/ waiting list | /4/ wait list | /2/ cancellation list | standby list",
  waitWish: `/8/ ( /0.7/ <wishLead> | /0.3/ <NULL> ) ( put me on | be put on | get on | go on | be on | join | add me to ) ( the | your | a ) ( /4/ <waitList> | /1/ list <ifOpens> )
    | /3/ ( is there | do you have ) a <waitList>
    | /4/ ( /0.5/ [ can you | could you | please ] ( call me | text me | tell me | notify me | let me know ) | /0.1/ i'd come earlier | /0.4/ <NULL> ) <ifOpens> [ can you call me | please call me | call me ]
    | /1/ put me down for ( a cancellation | cancellations ) | /1/ i want to be first in line <ifOpens>`,
};

/** What callers want of the people who work there. */
const staffRules: Rules = {
  someoneThere:
    "/6/ <hintedName> | /4/ the ( nurse | doctor | office | front desk | billing department | billing office ) | /2/ them | my ( advisor | doctor ) | the ( mechanic | advisor | technician )",
  lateness:
    "( /6/ i'm running | /2/ i'm going to be | /3/ i'll be | i will be | /2/ we're running | i'm gonna be | i might be ) ( /3/ <NULL> | /3/ a little | a bit | a few minutes | [ about ] ( five | ten | fifteen | twenty | thirty ) minutes ) ( /8/ late | behind ) ( /4/ <NULL> | for my appointment | to drop off )",
  messageGist: `/6/ <lateness> | /2/ ( i'm | we're ) on ( my | our ) way | i ( left | dropped off | put ) the ( key | keys | car ) [ in the box ] | ( i'm | i am ) feeling better | i feel better | i called | i need a refill
    | i approve the ( repair | estimate | work ) | /2/ to call me [ back ] | i got ( his | her | the | your ) message | the pharmacy ( needs an authorization | never got my prescription | called )`,
  papers: `/4/ test results | /4/ lab results | results | blood test results | x ray results`,
  ofInterest:
    "my results | the parts | my car | my prescription | my appointment | my bill | the estimate | my insurance | my medicine | the repair | my referral | it",
  messageWish: `/10/ ( /0.8/ <wishLead> | /0.2/ <NULL> ) ( leave | leave you | take ) a ( /8/ message | note | voicemail ) ( /5/ <NULL> | /4/ for <someoneThere> )
    | /4/ ( /0.5/ [ can you | could you | would you ] [ please ] | /0.5/ <NULL> ) ( tell <someoneThere> [ that ] | let <someoneThere> know [ that ] ) <messageGist>
    | /5/ <lateness> | /1/ i'm stuck in traffic [ and will be late ]
    | /3/ i have a ( /3/ question | message ) for <someoneThere> | /1/ i want to ask ( the nurse | the doctor | <hintedName> ) ( something | a question )
    | /5/ ( i need | i'm calling for | i'm calling about | i'd like | can i get | i'm looking for ) my <papers> [ from <hintedName> ]
    | /2/ can ( the doctor | the nurse | <hintedName> | someone ) call me ( with | about ) my <papers> | /1/ pass this on to <someoneThere>
    | /2/ are my ( labs | results | lab results | test results ) ( back | in | ready ) [ yet ] | /1/ did my ( blood work | results ) come back
    | /3/ ( i have a question | i need to talk | i want to talk | i'm calling ) about my bill
    | /1/ i need a copy of my records | /1/ can you send my records [ to another doctor ] | /1/ i approve the ( estimate | repair )`,
  callBackWish: `/8/ ( can | could ) ( /4/ someone | /4/ somebody | you | <someoneThere> ) [ please ] ( call | phone ) me ( /5/ back | /2/ <NULL> | tomorrow | about my car )
    | /6/ [ please | just | can you | could you | i want | i'd like ] ( /4/ have | ask | get | want | like ) ( /2/ someone | /2/ somebody | them | /2/ <someoneThere> ) [ to ] ( /4/ call | phone ) me [ back ]
    | /2/ i ( want | need | would like ) ( someone | somebody | <someoneThere> ) to ( call | phone ) me [ back ]
    | /4/ [ please ] call me [ back ] ( ( /2/ when | as soon as | if ) <ofInterest> ( is | are ) ( ready | here | in | done | back ) | about <ofInterest> )
    | /4/ [ please | can you | could you | just ] call me ( /4/ back | /2/ later | /2/ tomorrow | when you have a minute | this afternoon )
    | /6/ ( i'd like | i want | i need | could i get | can i get | can i have ) a ( call back | callback ) | /1/ [ can you | could you ] ring me back
    | /2/ [ please | can you | could someone | could you | can someone | could my advisor | can <hintedName> ] give me a ( call | call back | ring )
    | /1/ i'd rather be called back`,
  calledByUs: `/4/ i ( got | have | had | missed | received ) a ( /3/ message | /3/ call | /2/ voicemail | missed call | phone call ) from ( /3/ <hintedName> | you | you guys | your office | this number )
    | /3/ i'm returning ( a | your | his | her ) call [ from <hintedName> ] | /1/ ( someone | somebody ) called me [ from there ] | /1/ you called me`,
  personWish: `/4/ ( can i | could i | may i | i'd like to | i need to | i want to ) ( speak | talk ) ( to | with ) ( /4/ <hintedName> | /2/ billing | medical records | parts | the manager | the service manager | my advisor )
    | /2/ is <hintedName> ( there | in | available to talk ) | /1/ ( connect | transfer ) me ( to | with ) ( <hintedName> | billing | the front desk )`,
  stopWish: `/5/ ( /0.7/ <NULL> | /0.3/ please ) ( stop | quit ) ( /6/ calling | texting | bothering | sending ) me [ about my car | reminders | messages ]
    | /4/ ( /0.7/ <NULL> | /0.3/ please ) ( take | remove ) ( me | my number ) ( off | from | out of ) your ( /5/ list | calling list | system )
    | /4/ [ please ] ( don't | do not ) ( call | text ) ( me | this number ) [ again | anymore ] | /2/ ( /0.5/ <NULL> | /0.5/ <wishLead> ) put me on your do not call list
    | /2/ no more ( calls | reminders | messages | text messages ) [ please ] | /2/ i don't want ( any more | these ) ( calls | reminder calls | messages ) [ from you ]
    | /1/ i never want to hear from you again | /1/ you keep calling me | /1/ remove my number | unsubscribe`,
  otherPractice: `/3/ is this ( the | a ) ( dentist | vet | hospital | pharmacy | eye doctor | doctor's office | clinic | garage | dealership | dealer | body shop )
    | /2/ is this doctor <familyName>'s office | /3/ [ i'm ] sorry [ i have the ] wrong number | /2/ i think i have the wrong number | /2/ never mind | forget it | i dialed by ( accident | mistake )`,
};

/** About a vehicle that the shop has. */
const statusRules: Rules = {
  myCar: "/8/ my car | /2/ my truck | my vehicle | my van | my wife's car | my husband's car | the car",
  isReady: "/8/ ready | /4/ done | /2/ finished | /2/ fixed",
  statusWish: `/10/ [ can you tell me | do you know ] is <myCar> <isReady> [ yet ] | /3/ is it <isReady> [ yet ]
    | /4/ ( i'm calling | i wanted | i'd like | i just want ) to ( check on <myCar> | see if <myCar> is <isReady> | see how my car is doing ) | /3/ [ i'm ] [ just ] checking on <myCar>
    | /3/ ( what's | what is ) the status [ ( of | on ) ( <myCar> | my repair ) ] | /3/ when ( can | do | should ) i ( pick up <myCar> | pick it up | get <myCar> back | come get my car )
    | /2/ can i ( pick up <myCar> | pick it up | come get my car ) | /2/ how's <myCar> ( coming along | doing | coming ) | /1/ how's it going with <myCar>
    | /2/ ( any | do you have any ) ( news | update | updates ) on <myCar> | /1/ what's going on with <myCar> | /1/ how much longer on <myCar> | /1/ how is the repair coming along
    | /2/ have ( the | my ) parts come in | /1/ did you ( finish | fix ) <myCar> | /1/ are you done with <myCar> | /1/ did you find out what's wrong [ with it ] | /1/ you have my car
    | /2/ when will <myCar> be <isReady> | /1/ i want to know when ( it's | my car is ) ready
    | /2/ i dropped ( my car | it ) off [ this morning | yesterday ] and ( wanted to | i wanted to | want to ) ( see how it's going | know if it's ready )`,
};

/** The plainest of these: whoever answers a question seldom wishes for something else, and then says it plainly. */
const plainRules: Rules = {
  plainWish: `( /0.7/ <wishLead> | /0.3/ <NULL> ) ( /4/ ( reschedule | move | change | cancel | confirm ) ( my | the ) appointment | /2/ make an appointment | /2/ leave a message
      | speak to <hintedName> | be put on the waiting list | put me on the waiting list | call me back )
    | /2/ when is my appointment | /2/ is my car ready [ yet ] | i need an appointment | /2/ never mind | stop calling me | wrong number`,
};

/** What callers want done, as far as they say it with their first words. */
export const wishRules: Rules = {
  ...plainRules,
  ...visitRules,
  ...openingRules,
  ...staffRules,
  ...statusRules,
};

/** How often each is wished for; `others` are those that only a workshop's callers have. */
export function wishMix(workshop: boolean): string {
  const mix: readonly (readonly [number, string])[] = [
    [34, "<purpose>"],
    [18, "<moveWish>"],
    [12, "<cancelWish>"],
    [9, "<confirmWish>"],
    [7, "<nextWish>"],
    [4, "<waitWish>"],
    [9, "<messageWish>"],
    [6, "<callBackWish>"],
    [2, "<calledByUs>"],
    [2, "<personWish>"],
    [3, "<stopWish>"],
    [2, "<otherPractice>"],
    [workshop ? 10 : 0, "<statusWish>"],
    [workshop ? 1 : 0, "is this ( the | a ) <carMake> ( dealership | dealer | service department )"],
  ];
  const parts = mix.filter(([weight]) => weight > 0).map(([weight, rule]) => `/${weight}/ ${rule}`);
  return `( ( /0.6/ <NULL> | /0.3/ <greeting> | /0.1/ yes ) ( ${parts.join(" | ")} ) <visitTailHub> )`;
}
