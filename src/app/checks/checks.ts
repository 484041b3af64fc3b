import type { Check } from "./check.ts";
import { languageModelCheck } from "./language-model-check.ts";
import { databaseCheck, practicesCheck, secretStoresCheck } from "./own-checks.ts";
import { elevenLabsCheck, openAiSpeechCheck, sherpaCheck } from "./speech-checks.ts";
import { deepgramCheck, mailCheck, twilioCheck, uspsCheck, vinDecoderCheck } from "./vendor-checks.ts";

/** In the order in which they are told. */
export const checks: readonly Check[] = [
  practicesCheck,
  secretStoresCheck,
  databaseCheck,
  twilioCheck,
  deepgramCheck,
  openAiSpeechCheck,
  elevenLabsCheck,
  sherpaCheck,
  languageModelCheck,
  vinDecoderCheck,
  uspsCheck,
  mailCheck,
];
