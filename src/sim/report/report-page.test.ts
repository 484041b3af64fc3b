import { expect, test } from "vitest";
import type { CallRecord } from "../call-record.ts";
import type { TurnReport } from "../call-report.ts";
import { reportPage } from "./report-page.ts";

const turn: TurnReport = {
  asked: "What is your name?",
  purpose: "ask:name",
  said: `<script>alert("said")</script>`,
  heard: "david & 'miller'",
  gapMs: 320,
  cutOff: false,
  hushed: false,
  startMs: 4_000,
  endMs: 5_000,
  overAgent: false,
  stoppedAfterMs: null,
};

const record: CallRecord = {
  report: {
    caller: "new-patient",
    seed: 7,
    voice: "rob",
    callId: "CA1",
    graded: true,
    passed: false,
    faults: [`The city is "<b>Portland</b>".`],
    booked: false,
    confirmation: null,
    booking: null,
    turns: [turn],
    gapMs: { p50: 320, p95: 320, max: 320 },
    seconds: 40,
    ended: "done",
  },
  prompts: [
    {
      purpose: "ask:name",
      text: "What is your name?",
      heard: 7,
      finished: false,
      startMs: 1_000,
      endMs: 2_000,
    },
  ],
  asides: [{ kind: "backChannel", text: "okay.", startMs: 1_500, endMs: 1_800, outcome: "resumed" }],
  lengthMs: 40_000,
  callerLevels: Array.from({ length: 400 }, (_, index) => (index >= 40 && index < 50 ? -20 : -96)),
  agentLevels: Array.from({ length: 400 }, (_, index) => (index >= 10 && index < 20 ? -18 : -96)),
};

const page = reportPage({ records: [record], conditions: `clinic · <i>noise</i>`, dataFile: "report.json" });

test("nothing that was said can become markup", () => {
  expect(page).not.toMatch(/<script|<b>Portland|<i>noise/);
  expect(page).toContain("&lt;script&gt;alert(&quot;said&quot;)&lt;/script&gt;");
  expect(page).toContain("david &amp; &#39;miller&#39;");
});

test("the page needs nothing from elsewhere", () => {
  expect(page).not.toMatch(/\b(?:src|href)="(?!report\.json")|@import|url\(/);
});

test("both sides are drawn, in strips of half a minute", () => {
  expect(page.match(/<svg class="strip"/g)?.length).toBe(2);
  expect(page).toMatch(/<path class="caller" d="M[^"]+"/);
  expect(page).toMatch(/<path class="agent" d="M[^"]+"/);
});

test("what was not heard is struck out, and the gap stands beside the turn", () => {
  expect(page).toContain("What is<s> your name?</s>");
  expect(page).toContain("answered after 320 ms");
});
