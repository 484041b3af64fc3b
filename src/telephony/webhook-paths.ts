export const webhookPaths = {
  voice: "/twilio/voice",
  resume: "/twilio/resume",
  dialled: "/twilio/dialled",
  status: "/twilio/status",
  machine: "/twilio/machine",
} as const;

/** The address of a webhook as the telephone company knows it. */
export function webhookUrl(publicUrl: string, webhook: keyof typeof webhookPaths): string {
  return `${publicUrl}${webhookPaths[webhook]}`;
}
