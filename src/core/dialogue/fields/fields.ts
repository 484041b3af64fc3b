import { type Field, type FieldTable, field } from "../field.ts";
import type { FieldId } from "../field-ids.ts";
import { address } from "./address.ts";
import { booking } from "./booking.ts";
import { complaint } from "./complaint.ts";
import { dateOfBirth } from "./date-of-birth.ts";
import { doctor } from "./doctor.ts";
import { duration } from "./duration.ts";
import { email } from "./email.ts";
import { groupNumber, memberId } from "./identifiers.ts";
import { messageText } from "./message-text.ts";
import { mileage } from "./mileage.ts";
import { name } from "./name.ts";
import { pain } from "./pain.ts";
import { payer } from "./payer.ts";
import { phone } from "./phone.ts";
import { plate } from "./plate.ts";
import { reason } from "./reason.ts";
import { referral } from "./referral.ts";
import { seenBefore } from "./seen-before.ts";
import { services } from "./services.ts";
import { staff } from "./staff.ts";
import { vehicle } from "./vehicle.ts";
import { vin } from "./vin.ts";
import { waiting } from "./waiting.ts";
import { zip } from "./zip.ts";

const fields: FieldTable = {
  complaint,
  duration,
  pain,
  seenBefore,
  name,
  dateOfBirth,
  payer,
  memberId,
  groupNumber,
  address,
  phone,
  email,
  doctor,
  booking,
  messageText,
  mileage,
  plate,
  reason,
  referral,
  services,
  staff,
  vehicle,
  vin,
  waiting,
  zip,
  time: field<never>({
    id: "time",
    asked: ["choice"],
    also: ["date", "time", "yesNo"],
    privacy: "public",
    read: () => null,
  }),
};

/** A field whose value's type is not known here: for code that treats all fields alike. */
export function fieldOf(id: FieldId): Field<unknown> {
  return fields[id] as unknown as Field<unknown>;
}
