/** The text of a rule, read. */
export type Expansion =
  | { readonly kind: "word"; readonly word: string }
  | { readonly kind: "rule"; readonly name: string }
  | { readonly kind: "sequence"; readonly parts: readonly Expansion[] }
  /** Shares are natural logarithms of probabilities that sum up to 1. */
  | {
      readonly kind: "choice";
      readonly of: readonly { readonly logShare: number; readonly part: Expansion }[];
    };

/** Said or left out, half and half. */
const OPTIONAL_SHARE = 0.5;

/**
 * That a list is long makes each of its entries no less likely to the caller who means it; the full share of a name among
 * a thousand would have names lose to commands. How much likelier one entry is than another counts in full.
 */
const LONG_LIST = 40;
const LONG_LIST_EXPONENT = 0.6;

/** Reads an expansion in the notation of the Java Speech Grammar Format: `/weight/ a | b`, `[ maybe ]`, `( group )`. */
export function readExpansion(text: string): Expansion {
  const tokens = text.match(/\/[-+\d.e]+\/|<\w+>|[|()[\]]|[^\s|()[\]]+/g) ?? [];
  const reader = { tokens, at: 0 };
  const whole = readChoice(reader);
  if (reader.at < tokens.length) throw new Error(`unexpected ${tokens[reader.at]} in a grammar rule`);
  return whole;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function readChoice(reader: Reader): Expansion {
  const found: { weight: number; part: Expansion }[] = [];
  do {
    const token = reader.tokens[reader.at] ?? "";
    const isWeight = token.startsWith("/");
    if (isWeight) reader.at += 1;
    found.push({ weight: isWeight ? Number(token.slice(1, -1)) : 1, part: readSequence(reader) });
  } while (reader.tokens[reader.at] === "|" && ++reader.at);
  const only = found.length === 1 ? found[0] : undefined;
  if (only !== undefined) return only.part;
  const whole = found.reduce((sum, one) => sum + one.weight, 0);
  const most = found.reduce((heaviest, one) => Math.max(heaviest, one.weight), 0);
  const length = (found.length > LONG_LIST ? LONG_LIST_EXPONENT : 1) * Math.log(most / whole);
  return {
    kind: "choice",
    of: found.map((one) => ({ logShare: Math.log(one.weight / most) + length, part: one.part })),
  };
}

function readSequence(reader: Reader): Expansion {
  const parts: Expansion[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    if (token === undefined || token === "|" || token === ")" || token === "]") break;
    reader.at += 1;
    parts.push(readPart(reader, token));
  }
  return parts.length === 1 ? (parts[0] as Expansion) : { kind: "sequence", parts };
}

function readPart(reader: Reader, token: string): Expansion {
  if (token === "<NULL>") return { kind: "sequence", parts: [] };
  if (token.startsWith("<")) return { kind: "rule", name: token.slice(1, -1) };
  if (token !== "(" && token !== "[") return { kind: "word", word: token };
  const inside = readChoice(reader);
  const close = token === "(" ? ")" : "]";
  if (reader.tokens[reader.at++] !== close) throw new Error(`a grammar rule lacks ${close}`);
  if (token === "(") return inside;
  const nothing: Expansion = { kind: "sequence", parts: [] };
  const [said, left] = [Math.log(OPTIONAL_SHARE), Math.log(1 - OPTIONAL_SHARE)];
  return {
    kind: "choice",
    of: [
      { logShare: said, part: inside },
      { logShare: left, part: nothing },
    ],
  };
}
