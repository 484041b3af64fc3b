import type { Rules } from "./rules.ts";

/** Yes and no, with the words that people wrap around them. */
export const replyRules: Rules = {
  affirmation: `/200/ yes | /60/ yeah | /40/ yep | /12/ yup | /60/ uh huh | /60/ mm hmm | /2/ sure | /8/ okay | /30/ correct | /2/ right | absolutely | definitely
    | of course | certainly | exactly | perfect | great | fine | sounds good | that sounds good | that sounds great | that works [ for me ]
    | that'll work | that would work | that's fine | /30/ that's right | /15/ that's correct | that is correct | that is right | it is | i am | i do | i did | i have | i would
    | /15/ yes please | please do | /15/ yes that's right | yes that's correct | yes that works | yes it is | yes i am | yes i do | yes i have
    | go ahead | let's do that | let's do it | i'll take it | i'll take that [ one ] | book it | that's good | works for me | /0.05/ good | all good`,
  denial: `/200/ no | nope | nah | /0.2/ uh uh | /20/ no thank you | /20/ no thanks | not really | not yet | not at all | no i'm not | no i don't | no i haven't | no it's not | no it isn't
    | /8/ no that's wrong | /8/ no that's not right | /12/ that's all | /8/ that's all thank you | /8/ no that's all
    | that's wrong | that's not right | that's not correct | that is wrong | incorrect | wrong | that doesn't work | that won't work
    | i don't | i do not | i haven't | i'm not | i am not | never | no never | not correct | i can't | i can't make it`,
  courtesy: "please | thank you | thanks | that's it | that's all",
  yesNo:
    "/0.5/ <affirmation> | /0.42/ <denial> | /0.04/ <affirmation> <courtesy> | /0.04/ <denial> <courtesy>",
  seenBefore: `( /0.7/ <NULL> | /0.1/ yes | /0.2/ no ) ( /6/ i'm a new patient | i am a new patient | i'm new | new patient | it's my first time | first time | this is my first time
    | i've been ( there | here ) before | i've never been ( there | here ) [ before ] | existing patient | i'm an existing patient | i'm already a patient | i'm a patient [ there | here | already ]
    | never been there | i have been there before | i've been seen ( there | here | before ) )`,
};
