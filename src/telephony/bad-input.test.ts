import { expect, test } from "vitest";
import { MediaClient } from "./testing/media-client.ts";
import { testTelephone } from "./testing/test-telephone.ts";

const LINE = "/line/test-clinic";

type Telephone = Awaited<ReturnType<typeof testTelephone>>;
type Counted = [metric: string, labels: Record<string, string>, times: number];

interface BadInput {
  readonly name: string;
  /** Does the bad thing, and waits until it has had its effect. */
  readonly happen: (telephone: Telephone) => Promise<void>;
  readonly counted: Counted;
}

async function openLine(telephone: Telephone, callSid: string): Promise<MediaClient> {
  const client = new MediaClient(telephone.url(LINE));
  await client.opened();
  client.start({ callSid });
  await client.untilSound();
  return client;
}

async function twilioStream(telephone: Telephone, start: object): Promise<MediaClient> {
  const client = new MediaClient(telephone.url("/twilio/media"));
  await client.opened();
  client.start({ ...start });
  return client;
}

/** A line that breaks off may come back; the telephone company says that this one does not. */
async function lostAndOver(telephone: Telephone): Promise<void> {
  await telephone.untilPhase("CA-bad", "lost");
  telephone.runtime.calls.find("CA-bad")?.endedElsewhere();
}

function tokenFor(telephone: Telephone, call: string): string {
  const claims = { call, practice: "test-clinic", direction: "inbound", from: null, resumed: null } as const;
  return telephone.tokens.issue(claims);
}

const badInputs: readonly BadInput[] = [
  {
    name: "messages that are no JSON",
    async happen(telephone) {
      const client = await openLine(telephone, "CA-bad");
      for (let i = 0; i < 20; i++) client.tell("{");
      expect((await client.untilClosed()).code).toBe(1007);
    },
    counted: ["websocket_errors_total", { reason: "malformed" }, 20],
  },
  {
    name: "binary messages",
    async happen(telephone) {
      const client = await openLine(telephone, "CA-bad");
      for (let i = 0; i < 20; i++) client.socket.send(Buffer.alloc(300));
      expect((await client.untilClosed()).code).toBe(1007);
    },
    counted: ["websocket_errors_total", { reason: "malformed" }, 20],
  },
  {
    name: "a message that is too large",
    async happen(telephone) {
      const client = await openLine(telephone, "CA-bad");
      client.audio(64 * 1024);
      expect((await client.untilClosed()).code).toBe(1009);
      await lostAndOver(telephone);
    },
    counted: ["websocket_errors_total", { reason: "socket_oversize" }, 1],
  },
  {
    name: "bytes that are no WebSocket messages",
    async happen(telephone) {
      const client = await openLine(telephone, "CA-bad");
      const { _socket: transport } = client.socket as unknown as { _socket: NodeJS.WritableStream };
      transport.write(Buffer.alloc(64, 0xff));
      await client.untilClosed();
      await lostAndOver(telephone);
    },
    counted: ["websocket_errors_total", { reason: "socket_protocol" }, 1],
  },
  {
    name: "a second socket for a live call",
    async happen(telephone) {
      const second = new MediaClient(telephone.url(LINE));
      await second.opened();
      second.start({ callSid: "CA-good" });
      expect((await second.untilClosed()).reason).toBe("the call has a line already");
    },
    counted: ["calls_refused_total", { reason: "taken" }, 1],
  },
  {
    name: "a forged token for a live call",
    async happen(telephone) {
      const [body] = tokenFor(telephone, "CA-good").split(".");
      const client = await twilioStream(telephone, { customParameters: { token: `${body}.forged` } });
      expect((await client.untilClosed()).reason).toBe("token refused");
    },
    counted: ["stream_tokens_refused_total", { reason: "forged" }, 1],
  },
  {
    name: "a token that is used twice",
    async happen(telephone) {
      const start = { customParameters: { token: tokenFor(telephone, "CA-bad") } };
      const first = await twilioStream(telephone, start);
      await first.untilSound();
      const second = await twilioStream(telephone, start);
      expect((await second.untilClosed()).reason).toBe("token refused");
      first.tell({ event: "stop" });
      await first.untilClosed();
    },
    counted: ["stream_tokens_refused_total", { reason: "used" }, 1],
  },
  {
    name: "a stream without a call",
    async happen(telephone) {
      const client = await twilioStream(telephone, {});
      expect((await client.untilClosed()).reason).toBe("token refused");
    },
    counted: ["websocket_errors_total", { reason: "rejected" }, 1],
  },
  {
    name: "sound and keys before the stream has started",
    async happen(telephone) {
      const client = new MediaClient(telephone.url(LINE));
      await client.opened();
      client.audio(160);
      client.tell({ event: "dtmf", dtmf: { digit: "1" } });
      client.tell({ event: "mark", mark: { name: "never sent" } });
      client.tell({ event: "stop" });
      await client.untilClosed();
    },
    counted: ["websocket_errors_total", { reason: "audio_before_start" }, 1],
  },
  {
    name: "marks that were never sent and keys that are none",
    async happen(telephone) {
      const client = await openLine(telephone, "CA-bad");
      for (const name of ["", "0.1.1", "0.999.1"]) client.tell({ event: "mark", mark: { name } });
      client.tell({ event: "dtmf", dtmf: { digit: "Z" } });
      client.tell({ event: "stop" });
      await client.untilClosed();
    },
    counted: ["websocket_errors_total", { reason: "unknown_event" }, 1],
  },
  {
    name: "a caller who hangs up in the middle of the commit",
    async happen(telephone) {
      const client = await openLine(telephone, "CA-bad");
      client.tell({ event: "typed", text: "book" });
      await telephone.until(() => telephone.commits.length === 1);
      client.tell({ event: "stop" });
      await client.untilClosed();
      const call = telephone.runtime.calls.find("CA-bad");
      telephone.commits.shift()?.();
      expect(await call?.ended).toBe("callerHungUp");
    },
    counted: ["calls_total", { status: "callerHungUp" }, 1],
  },
  {
    name: "a database that is away while a caller wants to book",
    async happen(telephone) {
      const client = await openLine(telephone, "CA-bad");
      telephone.callStore.away = true;
      client.tell({ event: "typed", text: "say something" });
      await telephone.until(
        () => telephone.telemetry.counted("state_operations_total", { result: "failed" }) > 0,
      );
      telephone.callStore.away = false;
      client.tell({ event: "stop" });
      await client.untilClosed();
      await telephone.runtime.calls.find("CA-bad")?.ended;
      const kinds = (await telephone.callStore.events("CA-bad")).reveal().map(({ kind }) => kind);
      expect(kinds).toContain("typed");
    },
    counted: ["state_operations_total", { result: "failed" }, 1],
  },
];

test.each(badInputs)(
  "$name: counted, nothing is left of it, and another caller hears no difference",
  async ({ happen, counted: [metric, labels, times] }) => {
    await using telephone = await testTelephone();
    const good = await openLine(telephone, "CA-good");
    await happen(telephone);
    good.tell({ event: "typed", text: "say still here" });
    good.tell({ event: "typed", text: "bye" });
    expect(await good.untilClosed()).toEqual({ code: 1000, reason: "" });
    const words = ["hello", "still here", "goodbye"].reduce((sum, { length }) => sum + length, 0);
    expect(good.heardBytes).toBe(words * 160);
    expect(telephone.telemetry.counted(metric, labels)).toBeGreaterThanOrEqual(times);
    await telephone.until(() => telephone.media.count === 0 && telephone.runtime.calls.list().length === 0);
    expect(telephone.recognizer.streams.filter(({ closed }) => !closed)).toEqual([]);
    expect(JSON.stringify(telephone.telemetry.everything())).not.toMatch(/still here|something/);
  },
);
