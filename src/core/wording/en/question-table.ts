import type { FieldId } from "../../dialogue/field-ids.ts";

/** How one field is asked for, in every way that the dialogue knows. `{value}` is spoken in. */
export interface FieldWording {
  readonly plain: readonly string[];
  /** When it was asked just now. */
  readonly short: string;
  readonly example: string;
  readonly spelling: string | null;
  /** Asked for one part after the other; the first of them. */
  readonly inParts?: string;
  readonly keypad: string | null;
  /** By the missing part. */
  readonly parts: Readonly<Record<string, string>>;
  /** Whether what is on file still holds. */
  readonly onFile: string | null;
  readonly help: string;
  readonly why: string;
  /** It is left to the front desk. */
  readonly left: string;
  /** The same when we could not understand it, where that has a consequence. */
  readonly notUnderstood?: string;
}

export const questionTable: Readonly<Record<FieldId, FieldWording>> = {
  complaint: {
    plain: ["What is the reason for your visit?", "What would you like to see the doctor about?"],
    short: "What is the reason for your visit?",
    example: "You can say, for example, a sore throat, back pain, or a checkup. What is it about?",
    spelling: null,
    keypad: null,
    parts: {},
    onFile: null,
    help: "Please tell me in a few words why you would like to see a doctor, such as a cough, or an annual checkup.",
    why: "It tells me how long the visit has to be and which doctor can help you.",
    left: "That's all right, you can tell the doctor.",
  },
  duration: {
    plain: ["How long have you had it?", "How long has this been going on?"],
    short: "How long has it been?",
    example: "You can say, for example, two days, or since Monday. How long has it been?",
    spelling: null,
    keypad: null,
    parts: {},
    onFile: null,
    help: "A rough time is fine, such as two days, or three weeks.",
    why: "The doctor would like to know it before the visit.",
    left: "That's fine, the doctor will ask you.",
  },
  pain: {
    plain: ["On a scale from zero to ten, how bad is the pain?"],
    short: "From zero to ten, how bad is it?",
    example: "Zero is no pain at all and ten is the worst you can imagine. Which number is it?",
    spelling: null,
    keypad: "Please press a number from zero to ten on your keypad, then the pound key.",
    parts: {},
    onFile: null,
    help: "Zero is no pain at all, and ten is the worst pain you can imagine.",
    why: "The doctor would like to know it before the visit.",
    left: "That's fine, the doctor will ask you.",
  },
  seenBefore: {
    plain: ["Have you been to our clinic before?"],
    short: "Have you been here before?",
    example:
      "If you have been a patient here before, please say yes. If this is your first time, please say no.",
    spelling: null,
    keypad: "Press one if you have been here before, or two if you are new.",
    parts: {},
    onFile: null,
    help: "I would like to know whether you are a new patient.",
    why: "A first visit takes longer, so I look for a longer time.",
    left: "That's fine.",
  },
  name: {
    plain: ["What is your first and last name?", "May I have your first and last name?"],
    short: "What is your full name?",
    example: "Please tell me your first name, and then your last name.",
    spelling: "Please spell your first and last name letter by letter, such as M as in Mike, A as in Alpha.",
    keypad: null,
    parts: { family: "And your last name?", given: "And your first name?" },
    onFile: null,
    help: "Please tell me the patient's first and last name. You can also spell it.",
    why: "The appointment is booked in the patient's name.",
    left: "The front desk will ask you for it.",
  },
  dateOfBirth: {
    plain: ["What is your date of birth?", "And your date of birth?"],
    short: "What is your date of birth?",
    example: "Please say the month, the day, and the year, such as March fifth, nineteen eighty.",
    spelling: null,
    keypad:
      "Please enter your date of birth on your keypad: two digits for the month, two for the day, and four for the year.",
    parts: {},
    onFile: null,
    help: "Please say the month, the day, and the year you were born. You can also key it in as eight digits.",
    why: "Together with your name it makes sure that I have the right person.",
    left: "The front desk will ask you for it.",
  },
  payer: {
    plain: ["What insurance do you have?", "Which insurance will you be using?"],
    short: "Which insurance do you have?",
    example: "You can say, for example, Aetna, Medicare, or that you pay yourself. Which is it?",
    spelling: null,
    keypad: null,
    parts: {},
    onFile: "Is your insurance still {value}?",
    help: "Please tell me the name of your insurance company, or say that you pay yourself.",
    why: "It tells me which doctors your plan covers.",
    left: "That's fine, the front desk will ask you about your insurance.",
  },
  memberId: {
    plain: ["What is the member ID on your insurance card?"],
    short: "What is your member ID?",
    example: "Please read me the letters and digits of your member ID, one by one.",
    spelling:
      "Please read it one by one, with words for letters, such as A as in Alpha, then five, then two.",
    keypad:
      "If your member ID has digits only, please key it in, then press the pound key. Or say that you don't have it.",
    parts: {},
    onFile: null,
    help: "It is on the front of your insurance card. If you don't have it with you, just say so.",
    why: "With it the front desk can check your coverage before the visit.",
    left: "That's fine, please bring your insurance card. The front desk will take your member ID.",
  },
  groupNumber: {
    plain: ["And the group number, if there is one?", "Is there a group number on the card?"],
    short: "What is the group number?",
    example: "It is often below the member ID. Please read it one by one, or say that there is none.",
    spelling: null,
    keypad: "Please key in the group number, then press the pound key. Or say that there is none.",
    parts: {},
    onFile: null,
    help: "The group number is on your insurance card. Many cards have none.",
    why: "Some insurance companies need it with the member ID.",
    left: "That's fine.",
  },
  address: {
    plain: ["What is your home address?", "And your home address?"],
    short: "What is your address?",
    example: "Let's take it step by step. What are the house number and the street, such as 12 Oak Street?",
    spelling: "Please say the house number, then spell the name of the street letter by letter.",
    keypad: null,
    parts: {
      street: "And the street?",
      number: "And the house number?",
      city: "And the city or ZIP code?",
      zip: "And the ZIP code?",
    },
    onFile: "Is your address still on {value}?",
    help: "Please tell me the number and street, the city, and the ZIP code.",
    why: "It goes on your record at the clinic.",
    left: "That's fine, the front desk will take your address.",
  },
  phone: {
    plain: ["What phone number can we reach you at?"],
    short: "What is your phone number?",
    example: "Please say your phone number, starting with the area code.",
    spelling: null,
    keypad: "Please enter your ten-digit phone number on your keypad.",
    parts: {},
    onFile: "Can we still reach you at the number {value}?",
    help: "Please say ten digits, starting with the area code, or key them in.",
    why: "We call you only if something about the appointment changes.",
    left: "The front desk will ask you for it.",
  },
  email: {
    plain: ["What e-mail address should the confirmation go to? You can also say skip."],
    short: "What is your e-mail address? You can say skip.",
    example: "Please say it piece by piece, such as maria dot lopez at example dot com, or say skip.",
    spelling:
      "Please spell it letter by letter, such as M as in Mike, A as in Alpha, then at, and the rest. Or say skip.",
    inParts:
      "Let's take it in two parts. Please spell only what stands before the at sign, letter by letter. Or say skip.",
    keypad: null,
    parts: { domain: "And what comes after the at sign, such as gmail dot com?" },
    onFile: "Shall the confirmation go to your e-mail address {value}?",
    help: "I can send you the confirmation by e-mail. If you don't want that, say skip.",
    why: "I can send you the confirmation by e-mail.",
    left: "All right, without e-mail.",
    notUnderstood:
      "I'm sorry, I couldn't get your e-mail address, so no e-mail will be sent. I'll give you your confirmation number on the phone.",
  },
  doctor: {
    plain: ["Would you like to see {value}, or is anyone fine?"],
    short: "Which doctor would you like: {value}, or anyone?",
    example: "You can say a doctor's name, such as {value}, or say anyone.",
    spelling: null,
    keypad: null,
    parts: {},
    onFile: null,
    help: "Please name the doctor you would like to see, or say that anyone is fine.",
    why: "Some patients prefer a certain doctor.",
    left: "That's fine, I'll look for whoever has time first.",
  },
  time: {
    plain: ["When would you like to come?"],
    short: "When would you like to come?",
    example: "You can say, for example, next Tuesday afternoon.",
    spelling: null,
    keypad: null,
    parts: {},
    onFile: null,
    help: "You can name a day or a time of day.",
    why: "I look for a time that suits you.",
    left: "The front desk will find a time with you.",
  },
};
