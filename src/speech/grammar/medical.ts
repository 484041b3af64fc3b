import { complaints } from "../../core/language/en/complaint-table.ts";
import { payers } from "../../core/language/en/payer-table.ts";
import { phrases, type Rules } from "./rules.ts";

/** What people come with most, and how much likelier that is than the rest of the table. */
const frequent = new Set(
  "chestPain soreThroat cough fever headache backPain abdominalPain rash coldFlu checkup earPain allergies".split(
    " ",
  ),
);

function weightOf(complaint: string, place: number): number {
  return (frequent.has(complaint) ? 20 : 1) * (place < 3 ? 3 : 1);
}

/** Payers that most callers have. */
const bigPayers = new Set(
  "aetna blueCross cigna humana kaiser unitedHealthcare anthem medicare medicaid tricare self".split(" "),
);

/** "Medica" would be all that is heard of many a "Medicare": a rare name that begins a frequent one is not listened for. */
function isHeardAsBigger(payer: string, form: string): boolean {
  return (
    !bigPayers.has(payer) && payers.some(({ id, spoken }) => bigPayers.has(id) && spoken[0]?.startsWith(form))
  );
}

/** What people come for and who pays for it. */
export const medicalRules: Rules = {
  // Later forms in the table are what open recognizers make of the names; a grammar hears the names themselves.
  payerName: payers
    .flatMap((payer) =>
      phrases(payer.spoken.slice(0, 4).filter((form) => !isHeardAsBigger(payer.id, form))).map(
        (spoken, index) => `/${(index === 0 ? 4 : 1) * (bigPayers.has(payer.id) ? 40 : 1)}/ ${spoken}`,
      ),
    )
    .join(" | "),
  payer: `/0.9/ [ ( i have | i've got | i am with | i'm with | i'm on | i'm covered by | my insurance is | it's | it is | we have | insurance is | through ) ] <payerName> [ insurance | _p _p _o | _h _m _o ]
    | /0.1/ ( i don't have [ any ] insurance | no insurance | i'm uninsured | ( i'll pay | i'm paying | i pay ) ( myself | cash | out of pocket | by myself ) | cash | out of pocket | self pay )`,
  complaintName: complaints
    .flatMap((complaint) =>
      phrases(complaint.spoken).map((spoken, index) => `/${weightOf(complaint.id, index)}/ ${spoken}`),
    )
    .join(" | "),
  bodyPart: `head | neck | throat | ear | eye | shoulder | arm | elbow | wrist | hand | finger | chest | back | lower back | stomach | hip
    | leg | knee | ankle | foot | toe | skin | nose | tooth`,
  ailment: `<complaintName>
    | [ my | the ] [ left | right ] <bodyPart> ( hurts | aches | is sore | is swollen | has been hurting | is killing me | is bothering me )
    | [ a | some ] ( pain | pains | problem | swelling | rash | itching | numbness ) ( in | on | with | around ) my [ left | right ] <bodyPart>
    | [ a ] ( bad | sore | swollen | broken | stiff ) <bodyPart>`,
  complaintLead: `/12/ i have | /4/ i've had | /4/ i've been having | i am having | i'm having | i've got | i got | it's | it's about | it's for | i need | i want | i'd like
    | i'm calling about | because of | i think i have | i feel | i've been | i keep having | there's | just | it's just`,
  degree:
    "/8/ a | /5/ an | /2/ some | a bad | a terrible | really bad | the | /3/ my | a really bad | a little | severe | a lot of",
  complaint: "[ <complaintLead> ] <degreeHub>",
  degreeHub: "[ <degree> ] <ailmentHub>",
  ailmentHub: "<ailment> ( /0.9/ <NULL> | /0.1/ and <degreeHub> )",
};
