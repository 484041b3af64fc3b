// Goal: nobody is left in silence, or without an outcome, by a voice that fails. Method: a call is typed up to a prompt, no
// sound of which can be made, once or again and again.
import { expect, test } from "vitest";
import { initialCall, step } from "./call.ts";
import { answerUntil } from "./testing/answers.ts";
import { demoClinic } from "./testing/demo-clinic.ts";
import { SpokenTurns } from "./testing/spoken-turns.ts";
import { mondayMorning, TypedCall } from "./testing/typed-call.ts";

async function at(purpose: string, practice = demoClinic): Promise<SpokenTurns> {
  const call = await TypedCall.answered({ practice });
  return new SpokenTurns(await answerUntil(call, purpose));
}

/** No sound is made of what is being said, from this character on. */
async function fails({ call }: SpokenTurns, upTo = 0): Promise<void> {
  const first = call.state.turns.playing?.prompts[0];
  if (first === undefined) throw new Error("nothing is being said");
  const { prompt, playback } = first;
  await call.gets({ kind: "promptFailed", at: call.now, prompt, playback, upTo });
  await call.settle();
}

async function failsUntilTheEnd(caller: SpokenTurns): Promise<void> {
  for (let times = 0; times < 20 && caller.call.end === null; times++) await fails(caller);
}

test("PF: what states the booking is said again, and was not heard before that", async () => {
  const caller = await at("readBack");
  await caller.says("yes");
  const told = caller.playing;
  await fails(caller);
  expect(caller.playing).toEqual(told);
  expect(caller.call.state.unheardOutcomes).toHaveLength(1);
  await caller.listens();
  expect(caller.call.state.unheardOutcomes).toEqual([]);
});

test("PF: after half of it the rest is said, at a word's beginning, with the question behind it", async () => {
  const caller = await at("readBack");
  await caller.says("yes");
  const [told, question] = caller.playing;
  await fails(caller, 60);
  expect(told).toContain(caller.playing[0]);
  expect(caller.playing[1]).toBe(question);
});

test("PF: what must be heard whole must be when it is said again", () => {
  const answered = {
    kind: "answered",
    at: 0,
    instant: mondayMorning,
    direction: "inbound",
    from: null,
  } as const;
  const { state } = step(initialCall(demoClinic), answered);
  const [greeting] = state.turns.playing?.prompts ?? [];
  const { prompt = 0, playback = 0 } = greeting ?? {};
  const { effects } = step(state, { kind: "promptFailed", at: 20, prompt, playback, upTo: 0 });
  expect(greeting?.bargeIn).toBe(false);
  expect(effects.map((effect) => effect.kind === "speak" && effect.prompt.bargeIn)).toEqual([
    false,
    false,
    true,
  ]);
});

test("PFHPFHPF: a voice that fails now and then is borne with", async () => {
  const caller = await at("ask:name");
  for (const words of ["maria lopez", "march fifth nineteen eighty five", "aetna"]) {
    await caller.says(words);
    await fails(caller);
    await fails(caller);
    await caller.listens();
  }
  expect(caller.call.end).toBeNull();
});

test("PFFF: a third time in a row the call is put through", async () => {
  const caller = await at("ask:name");
  await caller.says("maria lopez");
  for (let times = 0; times < 3; times++) await fails(caller);
  expect(caller.call.purpose).toBe("transfer");
});

test.each([demoClinic, { ...demoClinic, transferTo: null }])(
  "PFFFFF: nobody waits in silence for a voice that is gone",
  async (practice) => {
    const caller = await at("ask:name", practice);
    await caller.says("maria lopez");
    await failsUntilTheEnd(caller);
    expect(caller.call.end).toBe(practice.transferTo === null ? "fault" : "transferred");
  },
);

test("PF: late failures of what was stopped count for nothing", async () => {
  const caller = await at("ask:name");
  await caller.says("maria lopez");
  const stale = caller.call.state.turns.playing?.prompts[0];
  await caller.hears(20);
  await caller.says("no my name is anna lopez");
  const said = caller.playing;
  const { prompt = 0, playback = 0 } = stale ?? {};
  await caller.call.gets({ kind: "promptFailed", at: caller.call.now, prompt, playback, upTo: 0 });
  expect(caller.playing).toEqual(said);
});
