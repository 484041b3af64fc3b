import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import type { TextMessage, TextMessenger } from "./text-messenger.ts";

/** A text as it arrived. */
export interface ArrivedText {
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

export interface MessengerUnderTest extends AsyncDisposable {
  readonly messenger: TextMessenger;
  arrived(): Promise<readonly ArrivedText[]>;
}

export const exampleText: TextMessage = {
  id: "booked/1/person",
  from: "+15035550100",
  to: hide("+15035550123"),
  text: "Cedar Hill Clinic: Mon, Mar 2 at 9:30 AM. Confirmation K7M4QX & more: März, 50 % “off”.",
};

/** What every messenger promises. */
export function textMessengerContract(name: string, open: () => Promise<MessengerUnderTest>): void {
  describe(`text messenger: ${name}`, () => {
    let opened: MessengerUnderTest;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened[Symbol.asyncDispose]());

    test("a text arrives whole", async () => {
      expect(await opened.messenger.send(exampleText)).toBe("sent");
      const { from, to, text } = exampleText;
      expect(await opened.arrived()).toEqual([{ from, to: to.reveal(), text }]);
    });

    test("a repeated text is no second text", async () => {
      await opened.messenger.send(exampleText);
      expect(await opened.messenger.send(exampleText)).toBe("sent");
      expect(await opened.arrived()).toHaveLength(1);
    });

    test("other texts, and the same for somebody else, are texts of their own", async () => {
      await opened.messenger.send(exampleText);
      await opened.messenger.send({ ...exampleText, id: "changed/1/1/person", text: "It is cancelled." });
      await opened.messenger.send({ ...exampleText, id: "booked/2/person", to: hide("+15035550124") });
      expect(await opened.arrived()).toHaveLength(3);
    });
  });
}
