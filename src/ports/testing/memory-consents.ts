import type { Booking, PersonDetails, TextsAnswer } from "../../core/dialogue/requests.ts";
import type { Practice } from "../../core/practice/practice.ts";
import type { CallId, EpochMs, PracticeId } from "../../core/values/ids.ts";
import { phoneText } from "../identity.ts";
import type { Consent } from "../ledger.ts";

export interface MemoryConsent extends Consent {
  readonly practice: PracticeId;
  readonly phone: string;
  readonly call: CallId;
  readonly at: EpochMs;
  readonly words: ReturnType<TextsAnswer["words"]["reveal"]> | null;
}

/** What the owners of numbers have allowed and refused, the newest last. */
export class MemoryConsents {
  readonly all: MemoryConsent[] = [];

  keep(consent: MemoryConsent): void {
    this.all.push(consent);
  }

  newest(practice: PracticeId, phone: string, to: Consent["to"]): boolean | null {
    const found = this.all.findLast(
      (one) => one.practice === practice && one.to === to && phoneText(one.phone) === phoneText(phone),
    );
    return found?.given ?? null;
  }

  /** Who is told of a booking that is made or changed now. */
  messagesAbout(
    { id, texts }: Practice,
    { email, phone }: PersonDetails,
  ): Pick<Booking, "messages" | "mayAskToText"> {
    const answer = texts && phone !== null ? this.newest(id, phone, "texts") : false;
    return {
      messages: [
        ...(email === null ? [] : (["email"] as const)),
        ...(answer === true ? (["text"] as const) : []),
      ],
      mayAskToText: answer === null,
    };
  }
}
