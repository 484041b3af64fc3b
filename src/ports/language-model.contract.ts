import { describe, expect, test } from "vitest";
import type { LanguageModel } from "./language-model.ts";
import { exampleQuestion, nothingSaid } from "./testing/example-question.ts";
import type { Script } from "./testing/scripted-language-model.ts";
import { WorldError } from "./world-error.ts";

const wibble = "wibble wobble";
const question = exampleQuestion(wibble);
const never = new AbortController().signal;

/** What every language model promises. `run` is given one that writes what the script says to a question, whatever that is. */
export function languageModelContract(
  name: string,
  run: (script: Script, check: (model: LanguageModel) => Promise<void>) => Promise<void>,
): void {
  const asked = (said: unknown, check: (seen: Seen) => void) =>
    run(
      () => said,
      async (model) => check(await ask(model)),
    );

  describe(`language model: ${name}`, () => {
    test("an empty form is nothing", () =>
      asked(nothingSaid, ({ reply, told }) => {
        expect(reply).toEqual({ ...nothingSaid });
        expect(told).toEqual(["begun"]);
      }));

    test("facts are told one by one, in order, before the reply", () =>
      asked({ ...nothingSaid, facts: ["fact-hours", "fact-parking"] }, ({ reply, told }) => {
        expect(reply?.facts).toEqual(["fact-hours", "fact-parking"]);
        expect(told).toEqual(["begun", "fact-hours", "fact-parking"]);
      }));

    test("an id that another one begins with is told as what it is", () =>
      asked({ ...nothingSaid, facts: ["fact-parking-long", "fact-parking"] }, ({ told }) =>
        expect(told).toEqual(["begun", "fact-parking-long", "fact-parking"]),
      ));

    test("a fact that is named twice is told once", () =>
      asked({ ...nothingSaid, facts: ["fact-hours", "fact-hours"] }, ({ reply, told }) => {
        expect(reply?.facts).toEqual(["fact-hours"]);
        expect(told).toEqual(["begun", "fact-hours"]);
      }));

    test("offers, tasks, look-ups and commands are those of the question", () =>
      asked(
        { ...nothingSaid, offer: "offer-2", task: "cancel", lookUp: "bookings", command: "repeat" },
        ({ reply }) =>
          expect(reply).toMatchObject({
            offer: "offer-2",
            task: "cancel",
            lookUp: "bookings",
            command: "repeat",
          }),
      ));

    test("candidates are private, and those that nobody would say are left out", () =>
      asked(
        {
          ...nothingSaid,
          fields: [
            { field: "name", text: "Maria Lopez" },
            { field: "name", text: " " },
            { field: "time", text: "x".repeat(1_000) },
          ],
        },
        ({ reply }) => {
          expect(reply?.fields.map(({ field, text }) => [field, text.reveal()])).toEqual([
            ["name", "Maria Lopez"],
          ]);
          expect(JSON.stringify(reply)).not.toContain("Lopez");
        },
      ));

    test("what the question does not allow is left out", () =>
      asked(
        {
          facts: ["fact-hours"],
          fields: [{ field: "memberId", text: "1" }],
          offer: "offer-3",
          task: "message",
          lookUp: "status",
          command: "yes",
        },
        ({ reply }) => expect(reply).toEqual({ ...nothingSaid, facts: ["fact-hours"] }),
      ));

    test.each<[string, unknown]>([
      ["a fact that does not exist", { ...nothingSaid, facts: ["fact-free-of-charge"] }],
      [
        "a field that nobody words for the caller",
        { ...nothingSaid, fields: [{ field: "messageText", text: "1" }] },
      ],
      ["an offer that there never is", { ...nothingSaid, offer: "2026-03-08T00:00/garcia" }],
      ["a task that is never on offer", { ...nothingSaid, task: "stopCalling" }],
      ["a command that does not exist", { ...nothingSaid, command: "book" }],
      ["something of its own", { ...nothingSaid, say: "You are booked." }],
      ["a form that is not filled in", {}],
      ["words", "You are booked for Tuesday at nine."],
      ["words around a form", `Sure! ${JSON.stringify(nothingSaid)}`],
      ["nothing at all", ""],
      ["a list", [nothingSaid]],
    ])("%s is a failure, without a word of it in the error", (_, said) =>
      asked(said, ({ error }) => {
        expect(error).toBeInstanceOf(WorldError);
        expect(error).toMatchObject({ retryable: false });
        const told = `${error} ${(error as WorldError).cause}`;
        for (const word of ["wibble", "booked", "Lopez", "stopCalling"]) expect(told).not.toContain(word);
      }),
    );

    test("taken back before it is asked, it rejects with the reason and tells nothing", () =>
      run(
        () => nothingSaid,
        async (model) => {
          const reason = new Error("not wanted any more");
          const seen = await ask(model, AbortSignal.abort(reason));
          expect(seen).toEqual({ told: [], error: reason });
        },
      ));

    test("two questions at once get their own replies", () =>
      run(
        ({ words }) => ({
          ...nothingSaid,
          facts: [words.reveal().text === wibble ? "fact-hours" : "fact-parking"],
        }),
        async (model) => {
          const [one, other] = await Promise.all([ask(model), ask(model, never, exampleQuestion("parking"))]);
          expect(one.told).toEqual(["begun", "fact-hours"]);
          expect(other.told).toEqual(["begun", "fact-parking"]);
        },
      ));
  });
}

interface Seen {
  readonly told: readonly string[];
  readonly reply?: Awaited<ReturnType<LanguageModel["ask"]>>["reply"];
  readonly error?: unknown;
}

async function ask(model: LanguageModel, wanted = never, about = question): Promise<Seen> {
  const told: string[] = [];
  try {
    const { reply } = await model.ask(about, {
      wanted,
      begun: () => told.push("begun"),
      chosen: (fact) => told.push(fact),
    });
    return { told, reply };
  } catch (error) {
    return { told, error };
  }
}
