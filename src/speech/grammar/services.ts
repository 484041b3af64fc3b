import { serviceParts } from "../../core/language/en/service-parts-table.ts";
import { services } from "../../core/language/en/service-table.ts";
import { oneOf, phrases, type Rules } from "./rules.ts";

/** What vehicles are brought for most, and how much likelier that is than the rest of the table. */
const frequent: Readonly<Record<string, number>> = {
  oilChange: 20,
  tireRotation: 8,
  brakeInspection: 8,
  brakeService: 6,
  engineDiagnostics: 8,
  tires: 5,
  inspection: 5,
  generalMaintenance: 6,
  battery: 5,
  recall: 4,
  other: 0.2,
};

/** Forms in the table that are what open recognizers make of a phrase; a grammar hears the phrase itself. */
const misheard = /\b(?:break|breaks|chain|a c)\b/;

function byFrequency(kind: "spoken" | "symptoms"): string {
  return services
    .flatMap((service) =>
      phrases(service[kind].filter((text) => !misheard.test(text))).map((text, place) => {
        const weight = (frequent[service.id] ?? 1) * (place < 3 ? 3 : 1);
        return `/${weight}/ ${text}`;
      }),
    )
    .join(" | ");
}

/** A part of the car with what is wrong with it or to be done to it, in both orders. */
function partsAndSigns(): string {
  return serviceParts
    .map(({ id, things, signs }) => {
      const part = `[ <partOwner> ] ${oneOf(phrases(things.filter((thing) => !misheard.test(thing))))}`;
      const sign = oneOf(phrases(signs));
      return `/${frequent[id] ?? 1}/ ( /0.8/ ( ${part} <partIs> ${sign} ) | /0.2/ ( <request> ${sign} ${part} ) )`;
    })
    .join(" | ");
}

/** What is to be done to a vehicle, or what is wrong with it. */
export const serviceRules: Rules = {
  serviceName: `${byFrequency("spoken")} | /2/ _a _c service | /2/ the _a _c checked`,
  symptom: byFrequency("symptoms"),
  noise:
    "noise | grinding noise | squealing | squeaking | grinding | clunking noise | rattle | rattling noise | vibration | weird noise | funny noise | strange noise | squeal | clunk | scraping noise | whining noise | humming noise | ticking noise | knocking noise",
  whenDriving: `when i ( brake | stop | turn | start it | drive | accelerate | shift | go over bumps | step on the brakes | put it in ( drive | reverse ) ) | when it's ( cold | hot )
    | going ( over bumps | uphill ) | on the ( highway | freeway ) | at ( sixty | highway speed ) | in the morning | sometimes | again | like crazy`,
  warningLight: `( /8/ check engine light | /2/ engine light | /2/ oil light | tire pressure light | tire light | brake light | battery light | maintenance light | maintenance required light | service light | service engine soon light | airbag light | wrench light | warning light )
      ( /0.6/ ( is on | came on | is blinking | is flashing | keeps coming on | just came on ) | /0.4/ <NULL> )`,
  /** What is told most, so that rarer trouble does not sound like it. */
  commonTrouble: `( it | my car | the car | my truck ) ( won't start | doesn't start | will not start | won't turn over | won't crank | pulls to the ( left | right ) | is pulling to the ( left | right ) | stalls | is overheating | is leaking oil | is shaking | is making a <noise> )
    | [ my | the ] ( /3/ brakes | front brakes | rear brakes ) ( are | is ) ( squeaking | squealing | grinding | making noise | making a noise | making a <noise> | soft | bad )
    | [ my | the ] ( /3/ _a _c | air conditioner | heater | air conditioning ) ( isn't working | is not working | doesn't work | stopped working | isn't cold | is blowing ( hot | warm ) air | blows ( hot | warm ) air )
    | [ my | the ] battery ( is dead | died | keeps dying ) | [ i have | i've got | i got ] [ a ] ( flat tire | dead battery | slow leak | nail in my tire )`,
  partOwner:
    "/4/ my | /4/ the | a | one of my | one of the | the front | the back | the left | the right | my front | my rear",
  partIs: `/6/ is | /6/ are | needs to be | need to be | needs | need | isn't | feel | feels | keeps | keep | was | has a | have a | makes a | is making a | are making a | are really | is really`,
  request: "can you | could you | please | i need you to | i'd like you to",
  carParts: partsAndSigns(),
  /** The car as a whole, by what it does. */
  carDoes: `( /4/ it | my car | the car | my truck | the engine ) ( /3/ just clicks when i turn the key | makes a ( strange | weird | funny ) sound | shakes | vibrates | squeals | grinds | makes a <noise> | stalls | hesitates | sputters | loses power | jerks | clunks | bounces [ a lot ] | veers to the ( left | right )
      | drifts to the ( left | right ) | cuts out | died on me | has no power | smokes | overheats | runs rough | idles rough | won't shift | won't go into ( gear | reverse ) | needs to be serviced )
    | ( it's | it is | my car is | the car is ) ( leaking | dripping | losing | burning ) ( oil | coolant | antifreeze | gas | fluid | something )
    | ( it's | it is | my car is ) ( overheating | smoking | running rough | misfiring | making a <noise> | squeaking | vibrating | shaking | acting up | slipping gears | hard to ( start | steer | shift ) | pulling to one side )
    | ( something is wrong | something's wrong | i don't know what's wrong | i don't know what is wrong ) [ with ( it | my car ) ] | ( i smell | there's a smell of ) ( gas | exhaust | something burning )
    | there is ( smoke coming from under the hood | a puddle under my car | a light on my ( dash | dashboard ) )`,
  rareTrouble: `[ the | my | it | my car | the car | my truck | it's | there's a | there is a | i have a | i've got a | i've got | i think it's ] [ a | the ] <symptom>
    | ( there's a | i hear a | it makes a | i have a | there is a ) <noise>`,
  /** A part and nothing more, or what papers say of the car. */
  carMatter: `[ it's | it is | it's about | i think it's | i think it is | it might be ] [ my | the ] ( /3/ brakes | /2/ tires | battery | alternator | starter | lights | transmission | radiator | water pump | wheel bearing | clutch | muffler | wipers )
    | [ i think ] ( it's | it is ) [ still ] under warranty | there's a recall on ( my car | it ) | is my car under a recall | ( you | you guys ) ( just fixed it | worked on it [ last ( week | month ) ] ) [ and it's doing it again ]
    | ( there's | there is | i have | i've got ) ( a | an ) ( exhaust leak | coolant leak | oil leak | slow leak | rattle [ somewhere ] | screw in my tire | nail in my tire | bulge in my tire | crack in my windshield | puddle under ( the | my ) car | burning smell | funny smell | light on [ my | the ] ( dash | dashboard ) )`,
  carTrouble: `/0.06/ <carMatter> | /0.22/ [ the | my ] <warningLight> | /0.3/ <commonTrouble> | /0.22/ <carParts> | /0.1/ <carDoes> | /0.1/ <rareTrouble>`,
  serviceWish: `/12/ i need | /4/ i got | /3/ i have | /2/ i've got | /8/ i'd like | /5/ i want | /4/ it needs | /3/ my car needs | /3/ i need to get | /3/ just | /3/ it's for | /3/ for | can i get | i'd like to get | i'd like to schedule
    | i need to schedule | i'm due for | i'm overdue for | it's due for | it's time for | it wants | i'm calling about | it's about | could you do | how about | i think it's | i want to get | i want to schedule | i'd like to buy | schedule | give me`,
  serviceArticle: "/6/ an | /6/ a | /2/ the | /2/ my | its | new | some | just an | just a",
  /** What only callers of a workshop ask and come for. */
  workshopQuestion: `( do you have | is there ) ( a shuttle | a loaner | loaner cars | a loaner car | a rental car | a waiting room ) | can i ( get a ride | get a loaner | wait for it | wait there | drop it off [ early | the night before ] )
    | how much is ( an oil change | a tire rotation | a brake inspection | an inspection | a diagnostic ) | do you take credit cards | is it covered by warranty | is it under warranty | do you work on <carMake>
    | ( i'll wait | i will wait | i'd like to wait | i'll drop it off | i will drop it off | i'd like to drop it off | drop it off | i can drop it off | i'll leave it )
    | [ i'd like to | i want to | i need to | can i | i'm calling to ] ( bring my ( car | truck ) in | schedule [ a ] service | make a service appointment | get my car serviced | check on my car )`,
  service: `/0.72/ ( /0.35/ <NULL> | /0.65/ <serviceWish> ) <serviceHub> | /0.28/ <carTroubleHub>`,
  serviceHub: "[ <serviceArticle> ] <serviceName> <furtherServiceHub>",
  carTroubleHub: "<carTrouble> ( /0.85/ <NULL> | /0.15/ <whenDriving> ) <furtherServiceHub>",
  furtherServiceHub: `/0.8/ <NULL> | /0.2/ ( and | plus | and also | with | and maybe | and i need | and it needs ) <serviceHub> | /0.04/ and <carTroubleHub>`,
};
