/** `compatible` is any address that speaks OpenAI's chat completions: Ollama, vLLM, Azure. */
export const modelVendors = ["openai", "compatible", "anthropic", "google"] as const;

export type ModelVendor = (typeof modelVendors)[number];

/** Where each vendor answers unless told otherwise, with the version of its API; `compatible` has no such place. */
export const modelAddresses: { readonly [V in ModelVendor]: string | null } = {
  openai: "https://api.openai.com/v1",
  compatible: null,
  anthropic: "https://api.anthropic.com/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
};
