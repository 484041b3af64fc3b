/** The verbs of TwiML that the emulated telephone company carries out. */
export type Verb =
  | {
      readonly kind: "stream";
      readonly url: string;
      readonly parameters: Readonly<Record<string, string>>;
    }
  | { readonly kind: "redirect"; readonly url: string }
  | { readonly kind: "say"; readonly text: string }
  | { readonly kind: "dial"; readonly number: string; readonly action: string | null }
  | { readonly kind: "hangUp" };

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Throws on a document that the telephone company would end the call for (its error 12100). */
export function readTwiml(xml: string): readonly Verb[] {
  const document = readXml(xml);
  if (document.name !== "Response") throw new Error(`TwiML begins with <${document.name}>`);
  return document.children.map(verbOf);
}

function verbOf(element: Element): Verb {
  const { name, attributes, children } = element;
  const text = element.text.trim();
  switch (name) {
    case "Connect":
      return streamOf(children);
    case "Redirect":
      return { kind: "redirect", url: text };
    case "Say":
      return { kind: "say", text };
    case "Dial":
      return { kind: "dial", number: text, action: attributes["action"] ?? null };
    case "Hangup":
      return { kind: "hangUp" };
    default:
      throw new Error(`TwiML has no verb <${name}> here`);
  }
}

function streamOf(children: readonly Element[]): Verb {
  const stream = children[0];
  if (stream?.name !== "Stream" || stream.attributes["url"] === undefined)
    throw new Error("<Connect> needs a <Stream> with an address");
  const parameters = stream.children.map(({ attributes }) => [attributes["name"] ?? "", attributes["value"]]);
  return { kind: "stream", url: stream.attributes["url"], parameters: Object.fromEntries(parameters) };
}

const token = /<\?[^>]*\?>|<\/(\w+)\s*>|<(\w+)((?:\s+\w+="[^"]*")*)\s*(\/?)>|([^<]+)/y;

/** As much of XML as TwiML is made of: elements, attributes in double quotes, text. */
function readXml(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open: Element[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const match = token.exec(xml);
    const parent = open.at(-1);
    if (match === null || parent === undefined) throw new Error("TwiML is not well-formed");
    const [, closed, opened, attributes = "", empty, text] = match;
    if (text !== undefined) parent.text += unescaped(text);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    if (opened === undefined) continue;
    const element: Element = { name: opened, attributes: attributesOf(attributes), children: [], text: "" };
    parent.children.push(element);
    if (empty !== "/") open.push(element);
  }
  const [document] = root.children;
  if (document === undefined || open.length > 1) throw new Error("TwiML is not well-formed");
  return document;
}

function attributesOf(text: string): Readonly<Record<string, string>> {
  const found = [...text.matchAll(/(\w+)="([^"]*)"/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

function unescaped(text: string): string {
  return text.replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity);
}
