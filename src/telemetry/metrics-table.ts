/** What each metric means, for its HELP line. A metric that is not listed here works, without an explanation. */
export const metricHelp: Readonly<Record<string, string>> = {
  active_calls: "Calls with a line, and broken ones that may come back.",
  calls_total: "Calls that are over, by how they ended.",
  calls_refused_total: "Calls that were not taken, by reason.",
  call_duration_seconds: "From the start of a call to the last of it being stored.",
  call_faults_total: "Calls that were ended by an error of ours, by what was happening.",
  answer_gap_seconds: "From the end of the caller's sound to the first sound of the answer leaving.",
  audio_tick_lateness_seconds: "How late the pulse was that all calls play their audio by.",
  audio_errors_total: "Sound that was not made or not confirmed, by reason.",
  frames_processed_total: "20 ms frames of sound, counted when a call ends, by direction.",
  transcriptions_total: "Hypotheses and final transcripts from the recognizer.",
  request_seconds: "Requests of the conversation to the ledger and others, by kind.",
  emails_sent_total: "Attempts to hand a message to the mailer, by outcome.",
  placed_calls_answered_total: "Calls that we placed, by whether a person or a machine took them.",
  address_checks_total: "Addresses that the postal service was asked about, by what came of it.",
  texts_sent_total: "Texts about bookings, by what came of them.",
  recognizer_drops_total: "Streams to a recognition service that broke off and were opened again, by reason.",
  recognizer_switches_total: "Calls that lost a recognizer and went on with another.",
  recognizer_answers_total:
    "Turns answered where two recognizers listen side by side, by whose answer it was.",
  recognizer_threads_replaced: "Threads of the embedded recognizer that died and were replaced.",
  transcriptions: "Turns answered by a recognizer, by source and whether there were words in them.",
  transcription_seconds: "From the end of a turn to its words, by source.",
  syntheses_total: "Sentences and prompts that were begun to be spoken, by voice.",
  synthesis_first_sound_seconds: "From wanting a sentence to its first sound, by voice.",
  synthesis_failures_total:
    "Sentences that another voice had to say again, by voice and whether they had begun to sound.",
  voice_recoveries_total: "Voices that were left out and work again.",
  requests_total: "Requests of the conversation, by kind and outcome.",
  secret_refreshes_total: "Secrets of stores that were read again, by store and result.",
  transfers_total:
    "Transfers to a person: whether the telephone company took the order, and how the dialling ended.",
  lines_lost_total: "Media streams that broke off in the middle of a call.",
  journals_lost_total: "Calls whose journal could not be stored to its end.",
  state_operations_total: "Operations on the store of calls, by operation and result.",
  twilio_webhooks_total: "Webhooks of the telephone company, by type and status.",
  stream_tokens_refused_total: "Media streams with a forged, expired or used token.",
  websocket_errors_total: "What went wrong on media streams, by reason.",
  partner_failures_total: "Attempts to use an outside service that failed, by service and reason.",
  partner_request_seconds: "One attempt to use an outside service over HTTP, by service.",
  partner_requests_total: "Attempts to use an outside service over HTTP, by service and outcome.",
  partner_rests_total: "Times that an outside service failed so often that it was left alone for a while.",
  partner_sockets_total: "Connections that were opened to an outside service, by service.",
  meter_errors_total: "Measurements that were refused: too many series, or labels that changed.",
};

/** Buckets in seconds, of the first row that fits the metric's name. */
export const metricBuckets: readonly { readonly names: RegExp; readonly seconds: readonly number[] }[] = [
  { names: /lateness/, seconds: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5] },
  { names: /gap/, seconds: [0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 1, 1.5, 2, 3, 5] },
  { names: /call_duration/, seconds: [10, 30, 60, 120, 180, 300, 600, 1200, 1800] },
  { names: /./, seconds: [0.001, 0.003, 0.008, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] },
];
