import type { fields } from "./fields.ts";
import { secretForms } from "./secret-fields.ts";

export type SettingName = keyof typeof fields;

/** What the environment gives, empty values left out. */
export type Given = Readonly<Record<string, string | undefined>>;

const secretNames = Object.keys(secretForms);

/** What keeps strangers out of a server that the internet reaches. */
const requiredInProduction: readonly SettingName[] = ["PUBLIC_URL", "TWILIO_AUTH_TOKEN", "FRONTDESK_KEY"];

/** A setting that does nothing without another was meant to do something. */
const companions: readonly (readonly [set: SettingName, needs: SettingName])[] = [
  ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN"],
  ["TWILIO_AUTH_TOKEN_PREVIOUS", "TWILIO_AUTH_TOKEN"],
  ["DEEPGRAM_MODEL", "DEEPGRAM_API_KEY"],
  ["DEEPGRAM_VOICE", "DEEPGRAM_API_KEY"],
  ["DEEPGRAM_PIECE_MS", "DEEPGRAM_API_KEY"],
  ["DEEPGRAM_URL", "DEEPGRAM_API_KEY"],
  ["USPS_CLIENT_ID", "USPS_CLIENT_SECRET"],
  ["USPS_CLIENT_SECRET", "USPS_CLIENT_ID"],
  ["VAULT_NAMESPACE", "VAULT_ADDR"],
];

/** What is wrong with settings that are right one by one. */
export function faultsTogether(given: Given): readonly string[] {
  return [
    ...(given["FRONTDESK_ENV"] === "production" ? faultsInProduction(given) : []),
    ...companions
      .filter(([set, needs]) => given[set] !== undefined && given[needs] === undefined)
      .map(([set, needs]) => `${set}: does nothing without ${needs}`),
    ...faultsOfVault(given),
    ...faultsOfSpeech(given),
    ...faultsOfModel(given),
  ];
}

function faultsInProduction(given: Given): readonly string[] {
  const missing = requiredInProduction.filter((name) => given[name] === undefined);
  const address = given["PUBLIC_URL"] ?? "";
  const open = /^http:/.test(address) && !/^http:\/\/(localhost|127\.|\[::1\])/.test(address);
  return [
    ...missing.map((name) => `${name}: must be set when FRONTDESK_ENV is production`),
    ...(open
      ? [
          "PUBLIC_URL: must start with https:// when FRONTDESK_ENV is production: calls are sound, sent in the clear otherwise",
        ]
      : []),
  ];
}

/** What a vendor of speech cannot do without. A server of one's own that speaks OpenAI's protocol may ask for no key. */
const speechNeeds: Readonly<Record<string, (given: Given) => SettingName | null>> = {
  deepgram: () => "DEEPGRAM_API_KEY",
  elevenlabs: () => "ELEVENLABS_API_KEY",
  openai: (given) => (given["OPENAI_SPEECH_URL"] === undefined ? "OPENAI_API_KEY" : null),
};

function faultsOfSpeech(given: Given): readonly string[] {
  const alone =
    (given["RECOGNIZER"] ?? (given["DEEPGRAM_API_KEY"] === undefined ? "embedded" : "")) === "embedded";
  const beside = given["RECOGNIZER_STANDBY"] === "hot" && alone;
  return [
    ...(beside ? ["RECOGNIZER_STANDBY: hot does nothing while only the embedded recognizer hears"] : []),
    ...faultsOfChoice(given),
  ];
}

function faultsOfChoice(given: Given): readonly string[] {
  return (["RECOGNIZER", "VOICE"] as const).flatMap((setting) => {
    const chosen = (given[setting] ?? "").split(",").map((name) => name.trim());
    const faults = chosen.flatMap((name) => {
      const needs = speechNeeds[name]?.(given) ?? null;
      return needs !== null && given[needs] === undefined ? [`${setting}: ${name} needs ${needs}`] : [];
    });
    const behind = chosen.includes("embedded") && chosen.at(-1) !== "embedded";
    return behind ? [...faults, `${setting}: embedded never fails, so it comes last`] : faults;
  });
}

/** A language model needs a key or an address of one's own; an address tells nothing of which models are there. */
function faultsOfModel(given: Given): readonly string[] {
  const { LLM_PROVIDER: vendor, LLM_MODEL: model, LLM_URL: address, LLM_API_KEY: key } = given;
  const own = vendor === "compatible" || (vendor === undefined && address !== undefined);
  if (own && address === undefined) return ["LLM_PROVIDER: compatible needs LLM_URL"];
  if (own) return model === undefined ? ["LLM_URL: needs LLM_MODEL, the name of a model there"] : [];
  if (key !== undefined) return [];
  const idle = ["LLM_PROVIDER", "LLM_MODEL", "LLM_PRICES"].filter((name) => given[name] !== undefined);
  return idle.map((name) => `${name}: does nothing without LLM_API_KEY`);
}

/** A secret that is kept in Vault needs to know where Vault is, and the token that opens it is kept elsewhere. */
function faultsOfVault(given: Given): readonly string[] {
  const kept = secretNames.filter((name) => given[name]?.startsWith("vault:"));
  return kept.flatMap((name) => {
    if (name === "VAULT_TOKEN") return ["VAULT_TOKEN: cannot be kept in the store that it opens"];
    const missing = (["VAULT_ADDR", "VAULT_TOKEN"] as const).filter((needed) => given[needed] === undefined);
    return missing.map((needed) => `${name}: cannot be read from Vault without ${needed}`);
  });
}
