import { type Expectation, nothingExpected } from "../../src/core/language/expectation.ts";

/** A question, what callers answer, and what of the understanding shows that it was heard right. */
export interface PhraseSet {
  readonly name: string;
  readonly expectation: Expectation;
  readonly phrases: readonly string[];
}

const offered = [
  { id: "a", spoken: ["tuesday at nine thirty"] },
  { id: "b", spoken: ["wednesday at two"] },
];
const doctors = ["Dr. Elena Garcia", "Dr. Wei Chen", "Dr. James Wilson"].map((name) => ({
  id: name,
  spoken: [name],
}));
const memberId = { name: "memberId", minLength: 6, maxLength: 14, masks: [] };
const towns = ["OR", "Portland", "Tigard", "Beaverton"];

function set(name: string, expectation: Partial<Expectation>, phrases: readonly string[]): PhraseSet {
  return { name, expectation: { ...nothingExpected, ...expectation }, phrases };
}

export const phraseSets: readonly PhraseSet[] = [
  set("yes or no", { asked: ["yesNo"] }, [
    "yes",
    "no",
    "yes please",
    "no thank you",
    "yeah that's right",
    "that's correct",
    "no that's wrong",
  ]),
  set("complaint", { asked: ["complaint"], also: ["duration"] }, [
    "i have a sore throat",
    "i have back pain",
    "i've got a headache",
    "i have chest pain",
    "my knee hurts",
    "i need a checkup",
  ]),
  set("name", { asked: ["name"], also: ["dateOfBirth"] }, [
    "my name is david miller",
    "emily davis",
    "michael brown",
    "this is sarah johnson",
    "james wilson",
    "maria lopez",
  ]),
  set("date of birth", { asked: ["dateOfBirth"], also: ["name"] }, [
    "march fifth nineteen eighty five",
    "june sixteenth nineteen ninety",
    "november twenty first nineteen seventy two",
    "august thirtieth nineteen sixty six",
    "january second two thousand four",
  ]),
  set("ten digits", { asked: ["phone"] }, [
    "five oh three five five five zero one two three",
    "two one two five five five oh one four seven",
    "five zero three five five five zero one four five",
    "nine seven one five five five zero one nine eight",
  ]),
  set("NATO spelling", { asked: ["name"], spelling: true }, [
    "mike india lima lima echo romeo",
    "delta alpha victor india sierra",
    "bravo romeo oscar whiskey november",
    "lima oscar papa echo zulu",
  ]),
  set("bare letters", { asked: ["name"], spelling: true }, [
    "m i l l e r",
    "d a v i s",
    "b r o w n",
    "l o p e z",
  ]),
  set("e-mail", { asked: ["email"] }, [
    "david dot miller at example dot com",
    "emily davis at example dot com",
    "maria dot lopez at outlook dot com",
  ]),
  set("member id", { asked: ["identifier"], shape: memberId }, [
    "four eight two nine one three zero seven five",
    "whiskey one two three four five six seven eight",
  ]),
  set("address", { asked: ["address"], hints: towns }, [
    "three fifty maple avenue portland oregon nine seven two zero five",
    "twenty seven cedar street portland oregon nine seven two one four",
    "four fifteen pine street tigard oregon nine seven two two three",
  ]),
  set("payer", { asked: ["payer"], also: ["identifier"] }, [
    "aetna",
    "i have medicare",
    "self pay",
    "blue cross blue shield",
    "it's cigna",
    "i don't have insurance",
  ]),
  set("duration", { asked: ["duration"] }, ["three days", "for about two weeks", "since monday", "one week"]),
  set("pain", { asked: ["pain", "number"] }, ["four", "about a seven", "seven out of ten", "two"]),
  set("doctor", { asked: ["choice"], choices: doctors }, ["doctor chen", "doctor garcia", "the first one"]),
  set("offered times", { asked: ["choice"], also: ["yesNo", "date", "time"], choices: offered }, [
    "the first one",
    "wednesday at two",
    "none of those work",
    "do you have anything next week",
  ]),
  set("weekday and time", { asked: ["date", "time"] }, [
    "next tuesday",
    "wednesday at three",
    "march fifth",
    "friday morning",
  ]),
];

/** What no grammar knows, said to a question about a number. */
export const strangeSet: PhraseSet = set("rejected", { asked: ["phone"] }, [
  "colourless green ideas sleep furiously",
  "the quick brown fox jumps over the lazy dog",
  "where did you put the garden hose yesterday",
  "please buy some eggs and bread at the store",
]);
