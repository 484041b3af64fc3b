import type { IdentifierShape } from "../../core/language/expectation.ts";
import type { Rules } from "./rules.ts";

export const identifierRules: Rules = {
  digit: "/0.9/ <figure> | /0.04/ <twoFigures> | /0.03/ ( double | triple ) <figure> | /0.03/ dash",
  digits: "<digit> [ <digits> ]",
  letterRun: "<letter> [ <letterRun> ]",
  mixed: "( /0.4/ <letter> | /0.6/ <digit> ) [ <mixed> ]",
  /** Most are figures only, or begin with letters. */
  characters: "/0.5/ <digits> | /0.35/ <letterRun> <digits> | /0.05/ <digits> <letterRun> | /0.1/ <mixed>",
  /**
   * Letters and figures in any mixture. Seventeen places one by one would hold the length, at a hundred times the arcs; the
   * parser counts, and the check digit decides.
   */
  vin: "( /0.4/ <NULL> | /0.6/ ( [ the | my ] vin [ number ] is | it's | it is | okay it's ) ) <mixed>",
  vinEnd: "[ the | it's the ] last ( six | eight ) [ digits | characters ] [ is | are ] <characters>",
  identifierLead: `( [ my | the ] ( member | group | policy | id | member id | confirmation | insurance | plate | license plate | tag | vin | zip ) [ id | number | code | card ] [ is | number is ]
    | it's | it is | that's | the number is | it says )`,
};

/** The shape's characters, one class after the other when it has masks; otherwise any letters and figures. */
export function identifierOf(shape: IdentifierShape | null): string {
  const loop = "<characters>";
  const masks = (shape?.masks ?? []).slice(0, 6).filter((mask) => mask.length <= 20);
  if (masks.length === 0) return `[ <identifierLead> ] ${loop}`;
  const exact = masks.map((mask) => [...mask].map(classOf).join(" ")).join(" | ");
  return `[ <identifierLead> ] ( /0.85/ ( ${exact} ) | /0.15/ ${loop} )`;
}

function classOf(sign: string): string {
  if (sign === "A") return "<letter>";
  if (sign === "9") return "<figure>";
  return sign === "*" ? "( <letter> | <figure> )" : "[ dash ]";
}
