import { expect, test } from "vitest";
import type { TaskId } from "../tasks/task.ts";
import { notWantedCue, taskCues } from "./task-cues-table.ts";

const phrases: readonly (readonly [task: TaskId | null, words: readonly string[]])[] = [
  [
    "reschedule",
    [
      "i need to reschedule",
      "i need to reschedule my service",
      "can i move my appointment to friday",
      "could we push my next tuesday appointment back a week",
      "i'd like to change the time of my appointment",
      "i can't make my appointment tomorrow",
      "i won't be able to come to my appointment",
      "we have to postpone it",
      "i have to change my oil change",
    ],
  ],
  [
    "cancel",
    [
      "cancel my appointment",
      "i want to cancel the booking for thursday",
      "i have an appointment that i need to cancel",
      "i don't need my appointment any more",
    ],
  ],
  [
    "confirm",
    [
      "i'd like to confirm my appointment",
      "when is my appointment",
      "can you tell me when my next appointment is",
      "what time is my visit tomorrow",
      "do i have an appointment this week",
      "i'm calling about my appointment",
    ],
  ],
  [
    "waitlist",
    ["put me on the waiting list", "is there a cancellation list", "call me if something opens up"],
  ],
  [
    "message",
    [
      "i'd like to leave a message for dr chen",
      "can you give her a message",
      "i have a question for the nurse",
      "i'm running ten minutes late",
      "we will be a little late",
    ],
  ],
  ["callBack", ["please call me back", "can somebody call me", "i want a call back"]],
  [
    "stopTexting",
    [
      "stop texting me",
      "please don't text me any more",
      "no more text messages please",
      "stop sending me texts",
      "i don't want your texts",
    ],
  ],
  [
    "stopCalling",
    [
      "stop calling me",
      "stop calling and texting me",
      "no more calls or texts",
      "take me off your list",
      "please don't call me any more",
    ],
  ],
  ["status", ["is my car ready", "what's the status of my truck", "is my vehicle done yet", "how is my car"]],
  [
    null,
    [
      "can i bring my son to the appointment",
      "i'd like to change my insurance before the appointment",
      "can i drop my car off before my appointment",
      "i need an appointment",
      "i need an oil change an oil change",
      "a tire change an inspection",
      "i need to see a doctor because my neck hurts",
      "my number is five oh three five five five oh one two three",
      "i have been late with my pills",
      "don't call before nine",
      "is it ready to book",
      "the oil change is for my boss who drives it too",
    ],
  ],
];

for (const [task, all] of phrases)
  for (const words of all)
    test(`"${words}" wishes for ${task ?? "no task"} at any time`, () => {
      expect(taskCues.find(([, cue, when]) => when === "always" && cue.test(words))?.[0] ?? null).toBe(task);
    });

for (const words of ["i don't want to cancel my appointment", "i'm not calling to reschedule"])
  test(`"${words}" denies a wish`, () => {
    expect(notWantedCue.test(words)).toBe(true);
  });
