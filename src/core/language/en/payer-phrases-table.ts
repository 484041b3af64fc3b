/** "I have no insurance" and the like, in the long form of `plainWords` and the syntax of `phraseBook`. */
export const noInsurancePhrases: readonly string[] = [
  "(do|did|does) not have (any|an|a|health|medical|my own)? (health|medical)? (insurance|coverage|insurer)",
  "(do|did|does) not have (any|an|a|health|medical)? insurance (at all|right now|anymore|currently|yet)?",
  "(have|has|with|got) no (health|medical|any)? (insurance|coverage)",
  "^ (um|uh|i am|well|so|no)? (there is)? no (health|medical)? (insurance|coverage) (for me|at all|right now)?",
  "no insurance",
  "(without|lost|between) (any|my|health|medical)? (health|medical)? (insurance|insurances|coverage)",
  "not (insured|covered) (right now|anymore|at all|currently|yet|by any|by anyone)?",
  "am not (currently)? insured",
  "do not carry (any)? insurance",
  "(pay|paying|cover|covering) (for)? (it|this|that|everything|the visit|the whole thing)? (all)? (by)? (myself|ourselves|on my own|out of my (own)? pocket)",
  "(pay|paying) (with|by|in)? (a|my|the)? (cash|check|card|credit card|debit card|debit)",
  "(pay|paying) (for it|for this|for the visit)? out of (my own|my)? pocket",
  "will not be using (any|my)? insurance",
  "not using (any|my)? insurance",
  "insurance (expired|lapsed|ran out|was canceled|was cancelled|got cancelled|got canceled)",
];

/** Enough only when the payer is what was asked. */
export const noInsuranceAnswers: readonly string[] = [
  "^ (i have|i have got|i got|it is|we have)? none (at all|right now)? $",
  "^ nothing $",
  "^ (no)? i do not have (any|one) $",
  "^ cash $",
  "^ (i will|we will)? self $",
  "^ (i)? do not have (any|one) (right now|at the moment|yet) $",
];

/** Everyday words among the aliases: they need the question, or one of `insuranceWords` near them. */
export const commonPayerWords: ReadonlySet<string> = new Set(
  "united oxford oscar anthem providence independence horizon guardian emblem edna etna medica moda sigma medicate tufts sentine the blues health first health partners signa regence primera optum friday health human a many care fidelis bright health medical card cash pay an them hi mark high mark care first health nut help net multi plan well care blue choice metal care".split(
    " ",
  ),
);

export const insuranceWords: ReadonlySet<string> = new Set(
  "insurance insurances insured insurer coverage covered plan ppo hmo epo carrier payer provider policy member through with by have has carry using got card primary secondary".split(
    " ",
  ),
);

/** Right before a payer these mean another one, or none. */
export const payerNegations: readonly string[] = [
  "not",
  "neither",
  "no longer",
  "used to have",
  "used to be",
  "instead of",
  "switched from",
  "changed from",
  "was",
  "had",
  "do not have",
  "do not take",
  "anymore",
  "left",
  "lost my",
  "lost",
  "not have",
  "dropped",
];

/** Between two payers these mean that both count. */
export const payerAdditions: readonly string[] =
  "and also plus too both secondary supplement supplemental".split(" ");

/** Announces payers whose names are still to come. */
export const severalPayersPhrases: readonly string[] = [
  "(two|2|three|3|several|a couple of|couple|both|multiple|double) (different|kinds of|types of)? (insurances|insurance|plans|insurance plans|coverages|policies|insurance cards)",
  "(a|an|my|the)? (secondary|supplemental|supplementary|second|additional|another) (insurance|plan|policy|coverage|one)",
  "(a)? (primary|first one) and (a)? (secondary|second one|supplement|supplemental)",
];
