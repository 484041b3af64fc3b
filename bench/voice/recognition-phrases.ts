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

const vin = { name: "vin", minLength: 6, maxLength: 17, masks: [] };
const plate = { name: "plate", minLength: 4, maxLength: 8, masks: [] };

/** What callers of a service department answer. */
const workshopSets: readonly PhraseSet[] = [
  set("service", { asked: ["service"], also: ["vehicle", "date", "time"] }, [
    "i need an oil change",
    "an oil change and a tire rotation",
    "my brakes are squeaking",
    "there's a grinding noise when i brake",
    "the check engine light is on",
    "i need new brake pads",
    "it won't start",
    "state inspection please",
    "i got a recall notice",
    "the a c is not working",
    "it pulls to the left",
    "i have a flat tire",
    "i need new wipers",
    "check engine light and an oil change",
  ]),
  set("service call", { also: ["service", "vehicle", "name", "date", "time"] }, [
    "hi i'd like to make an appointment for an oil change",
    "i need to schedule a tire rotation",
    "my brakes are grinding",
    "yes hello i need an oil change for my honda civic",
    "i'm calling about a recall",
    "i need to cancel my appointment",
    "is my car ready",
    "i want to reschedule my appointment",
    "my check engine light came on",
  ]),
  set("vehicle", { asked: ["vehicle"], also: ["service"] }, [
    "a twenty nineteen honda civic",
    "it's a two thousand fifteen toyota camry",
    "ford f one fifty",
    "twenty twenty one subaru outback",
    "chevy silverado",
    "my jeep wrangler",
    "twenty eighteen nissan altima",
    "a honda c r v",
    "two thousand twelve ford focus",
    "it's a hyundai elantra from twenty seventeen",
    "a black tesla model three",
    "toyota rav four twenty twenty",
  ]),
  set("mileage", { asked: ["number"], also: ["vehicle"] }, [
    "sixty two thousand miles",
    "about ninety thousand",
    "a hundred and twenty thousand miles",
    "forty five thousand five hundred",
    "it has eighty thousand miles on it",
  ]),
  set("VIN with code words", { asked: ["vin", "identifier"], shape: vin }, [
    "one hotel golf charlie mike eight two six three three alpha zero zero four three five two",
    "the vin is five yankee juliet three echo one echo alpha seven kilo foxtrot three one seven zero zero one",
  ]),
  set("VIN with bare letters", { asked: ["vin", "identifier"], shape: vin }, [
    "one h g c m eight two six three three a zero zero four three five two",
    "it's four t one b f one f k five h u three eight two six seven four",
  ]),
  set("end of a VIN", { asked: ["vin", "identifier"], shape: vin }, [
    "zero zero four three five two",
    "the last six are eight eight one two three four",
  ]),
  set("plate", { asked: ["identifier"], shape: plate }, [
    "bravo kilo tango four seven two",
    "it's seven alpha bravo charlie one two three",
    "my plate is x y z nine o nine",
    "five one eight d m n",
    "it's alpha tango kilo four four nine",
    "h j k two oh five",
    "lima whiskey three three eight two",
    "six s p j two one nine",
  ]),
];

export const phraseSets: readonly PhraseSet[] = [
  ...workshopSets,
  set("yes or no", { asked: ["yesNo"] }, [
    "yes",
    "no",
    "yes please",
    "no thank you",
    "yeah that's right",
    "that's correct",
    "no that's wrong",
    "yep",
    "correct",
    "that's right",
    "nope",
    "no thanks",
    "yes thank you",
  ]),
  set("complaint", { asked: ["complaint"], also: ["duration"] }, [
    "i have a sore throat",
    "i have back pain",
    "i've got a headache",
    "i have chest pain",
    "my knee hurts",
    "i need a checkup",
    "i've got a rash",
    "i've had a fever since monday",
    "i have an earache",
    "my back hurts",
    "it's about my migraine",
  ]),
  set("name", { asked: ["name"], also: ["dateOfBirth"] }, [
    "my name is david miller",
    "emily davis",
    "michael brown",
    "this is sarah johnson",
    "james wilson",
    "maria lopez",
    "my name is daniel martin",
    "laura thompson",
    "it's thomas anderson",
    "jennifer clark",
    "robert king",
    "patricia young",
    "my name is kevin nguyen",
    "angela torres",
  ]),
  set("name and date of birth", { asked: ["name"], also: ["dateOfBirth", "yesNo"] }, [
    "sarah johnson. it's november twenty first nineteen seventy two.",
    "my name is robert king. i was born on may ninth nineteen fifty eight.",
    "linda scott. march thirtieth nineteen ninety one.",
  ]),
  set("date of birth", { asked: ["dateOfBirth"], also: ["name"] }, [
    "march fifth nineteen eighty five",
    "june sixteenth nineteen ninety",
    "november twenty first nineteen seventy two",
    "august thirtieth nineteen sixty six",
    "january second two thousand four",
    "july thirtieth nineteen fifty eight",
    "it's october twelfth nineteen forty nine",
    "i was born on may third nineteen eighty",
    "february twentieth two thousand eleven",
    "my birthday is april eighth nineteen sixty seven",
    "december thirty first nineteen ninety nine",
    "oh four twelve nineteen seventy one",
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
    "it's kevin dot nguyen at gmail dot com",
    "my email is laura dot thompson at example dot com",
    "robert king at yahoo dot com",
    "it's j dot carter at gmail dot com",
    "angela forty two at hotmail dot com",
    "jennifer underscore clark at icloud dot com",
    "my email is thomas dot anderson at example dot com",
  ]),
  set("e-mail, spelled", { asked: ["email"], spelling: true }, [
    "k i n g at example dot com",
    "r o b e r t dot j o n e s at example dot com",
    "lima oscar papa echo zulu at gmail dot com",
  ]),
  set("member id", { asked: ["identifier"], shape: memberId }, [
    "four eight two nine one three zero seven five",
    "whiskey one two three four five six seven eight",
    "my member id is nine zero two two seven one five six",
    "b t r one two three four five six",
    "it's three oh three seven one one eight zero four",
    "x g h nine eight seven six five four three two",
  ]),
  set("address", { asked: ["address"], hints: towns }, [
    "three fifty maple avenue portland oregon nine seven two zero five",
    "twenty seven cedar street portland oregon nine seven two one four",
    "four fifteen pine street tigard oregon nine seven two two three",
    "twelve thirty oak street portland oregon nine seven two oh nine",
    "i live at one hundred twenty washington street beaverton oregon nine seven zero oh five",
    "eight sixteen north main street apartment four portland oregon nine seven two one seven",
    "my address is fifty five hill road tigard oregon",
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

/** Said at questions of every kind. */
const anyQuestion: readonly Partial<Expectation>[] = [
  { asked: ["yesNo"], also: ["name", "dateOfBirth"] },
  { asked: ["complaint"], also: ["duration", "name"] },
  { asked: ["name"], also: ["dateOfBirth"] },
  { asked: ["phone"] },
  { asked: ["address"], hints: towns },
];

function atAnyQuestion(name: string, phrases: readonly string[]): readonly PhraseSet[] {
  return anyQuestion.map((expectation) => set(name, expectation, phrases));
}

/** What must never be missed. */
export const emergencySets = atAnyQuestion("emergency", [
  "i have chest pain",
  "i can't breathe",
  "i'm having trouble breathing",
  "my husband is unconscious",
  "i think i'm having a heart attack",
  "i'm having a stroke",
  "i took an overdose",
  "i'm bleeding a lot",
  "i want to kill myself",
  "call an ambulance",
]);

/** What no grammar knows: people in the room, the radio, a caller who tells a story. */
export const strangeSets = atAnyQuestion("strange", [
  "colourless green ideas sleep furiously",
  "the quick brown fox jumps over the lazy dog",
  "where did you put the garden hose yesterday",
  "please buy some eggs and bread at the store",
  "the weather is going to be lovely on the coast",
  "could you turn down the music in the kitchen",
  "he scored twice before the end of the match",
  "we painted the fence green last summer",
  "put your shoes on the bus is coming",
  "she said the train was late again",
]);
