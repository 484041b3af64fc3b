import type { Rules } from "./rules.ts";

/** What may be said at any time, whatever was asked. */
export const commandRules: Rules = {
  itIs: "it's | it is | that's | that is | that would be | this is",
  repeat: `[ sorry | i'm sorry ] ( what | pardon | pardon me | excuse me | say that again | say again | repeat that | come again | what was that | what did you say
    | i didn't ( hear | catch | get ) that | can you repeat that | could you repeat that | please repeat | can you say that again | could you say that again | one more time ) [ please ]`,
  help: "help | help me | what can i say | what do you need | i need help | i don't understand | what do you mean | what are my options | why do you need that | what is that",
  wait: `[ please ] ( hold on | wait | one moment | just a moment | one second | just a second | hang on | give me a ( minute | second | moment ) | just a minute | one minute | let me ( check | see | think | look | find it | get it | get my card ) ) [ please ]`,
  person: `[ i'd like to | i want to | can i | could i | may i | let me | i need to ] ( speak | talk ) ( to | with ) ( a | an | the | some ) ( person | human | real person | representative | agent | operator | receptionist | someone | somebody | nurse | doctor | front desk | manager )
    | ( speak | talk ) to ( someone | somebody ) | a person please | representative | operator | agent | human | a real person | transfer me | front desk | get me a person | a person | real person please`,
  goBack:
    "go back | back | previous question | go back please | start over | start again | let's start over | i made a mistake | that was a mistake | change that | i want to change something",
  unknown: `/0.5/ ( i don't have one | i don't have that | i don't have it | i don't know | i'm not sure | skip | no preference | i don't mind | anyone | anyone is fine | it doesn't matter )
    | /0.5/ <unknownRarely>`,
  unknownRarely: `i don't know [ it | that | offhand | my member id | the number ] | i do not know | not sure | i'm not sure | no idea | i have no idea | i don't remember | i don't have it [ with me | on me | here | handy | right now ] | i don't have that [ with me | on me ] | i don't have my card [ with me | on me ] | i don't have one | skip | skip that | skip it | none
    | it doesn't matter | i don't care | no preference | i don't mind | anyone | anybody | anyone is fine | whoever | whoever is available | any doctor | either | either one | any of them`,
  goodbye:
    "goodbye | bye | bye bye | that's all | that's it | nothing else | that will be all | no that's all | no that's it | no that's everything | that's everything | thank you [ very much ] | thanks | thank you bye | thank you goodbye | have a nice day | hang up",
  greeting: "/2/ hello | /2/ hi | hey | good ( morning | afternoon | evening ) | hello there | yes hello",
  /** A wish for an appointment. */
  purpose: `( /6/ ( /0.8/ <wishLead> | /0.2/ <NULL> ) ( make | book | schedule | get | set up ) ( /4/ an appointment | appointment | a visit | a new appointment | a check up | a checkup ) | /4/ i need ( an appointment | a doctor | to see a doctor | to be seen | to see someone )
      | /3/ i'd like an appointment | an appointment | i'm calling about an appointment | i want an appointment | /2/ i'd like to see ( a doctor | someone | the doctor )
      | ( do you have | are there | have you got ) ( any openings | anything open | anything available | any appointments ) | can i ( come in | get in | be seen ) | i'd like to come in [ and see somebody ]
      | ( i'm looking for | i need ) a [ family | new ] doctor | how do i ( get | make ) an appointment | i'd like to be seen | could you ( fit | squeeze ) me in ) [ please ]
    | i have a question`,
  relative: "husband | wife | son | daughter | mother | father | mom | dad | baby | child | partner | friend",
  sufferer:
    "/12/ i'm | /4/ i am | /4/ he's | /4/ she's | he is | she is | /2/ ( my <relative> is ) | /2/ ( i think i'm )",
  sufferersHave: "/12/ i have | /6/ i've got | /3/ he has | /3/ she has | /2/ ( my <relative> has )",
  chestTrouble:
    "/4/ chest pain | /2/ chest pains | pain in my chest | pressure in my chest | tightness in my chest | /2/ trouble breathing | difficulty breathing",
  /** Sentences that alarm. What is wrong is said of the caller or of somebody near. */
  emergency: `/8/ ( ( /0.3/ <NULL> | /0.45/ <sufferersHave> | /0.25/ <sufferer> having ) ( /0.8/ <NULL> | /0.2/ ( a lot of | severe | bad | really bad | terrible ) ) <chestTrouble> )
    | /6/ ( ( /4/ i | he | she | my <relative> ) ( /3/ can't | cannot | can hardly ) ( /6/ breathe | catch my breath | move ( my | his | her ) ( arm | face | leg | side ) | feel ( my | his | her ) ( arm | face | leg | side ) | speak ) )
    | /6/ ( <sufferer> ( having a ( heart attack | stroke | seizure ) | having an allergic reaction | bleeding [ a lot | badly | heavily ] | unconscious | not breathing | choking | passing out | dying ) )
    | /3/ ( ( i | he | she | my <relative> ) ( passed out | collapsed | took ( an overdose | too many pills ) | had a ( heart attack | stroke | seizure ) ) )
    | /4/ ( my chest ( hurts | is ( tight | hurting ) ) | my ( face is ( drooping | numb ) | arm is numb | throat is ( closing | swelling ) ) | severe bleeding | it won't stop bleeding )
    | /5/ ( [ please ] ( call | send | i need ) ( an ambulance | nine one one ) | this is an emergency | it's an emergency | i need help now )`,
  /** Single words that alarm are short enough to fit strange speech, so they have to be heard well. */
  alarm: "heart attack | a stroke | overdose | emergency | suicide | ambulance",
  crisis: `i want to ( die | kill myself | hurt myself | end my life | end it all ) | i'm ( suicidal | going to kill myself | thinking about suicide ) | i feel suicidal | i don't want to live [ anymore ] | i'm thinking of ( killing | hurting ) myself | i can't go on`,
  correction: `( sorry | no sorry | sorry [ no ] that was wrong | [ no | wait | sorry ] i made a mistake ) | [ no ] ( i said | i meant | i mean | that should be | it should be | make that | it's actually | not ) | no it's | no that's`,
  filler:
    "uh | um | well | so | okay | oh | /0.2/ let me see | /0.2/ let's see | hmm | and | yeah | yes | alright | sure | actually | also | please | /0.5/ hi | /0.5/ hello",
};

/** Weights within the commands. The emergency phrases outweigh their frequency: missing one costs most. */
export const commandMix = `/0.12/ <repeat> | /0.06/ <help> | /0.1/ <wait> | /0.1/ <person> | /0.06/ <goBack> | /0.16/ <unknown> | /0.08/ <goodbye>
    | /0.05/ <greeting> | /0.3/ <emergency> | /0.06/ <crisis> | /0.1/ <question>`;

/** After an answer in the same breath: strange speech sounds like a chain of answers, and a chain seldom ends in an alarm. */
export const commandMixAfter = commandMix
  .replace("/0.3/ <emergency>", "/0.005/ <emergency>")
  .replace("/0.06/ <crisis>", "/0.005/ <crisis>");
