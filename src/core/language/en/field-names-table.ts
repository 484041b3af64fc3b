import type { FieldKind } from "../expectation.ts";

/** What callers call the fields when they want one changed. */
export const fieldNames: readonly (readonly [FieldKind, readonly string[]])[] = [
  ["dateOfBirth", ["(date of birth|birth date|birthdate|birthday|dob|birth day|year of birth)"]],
  [
    "phone",
    [
      "(phone|telephone|cell|mobile|contact|callback|call back|home) number",
      "(my|the|that|wrong) (phone|cell|mobile|telephone)",
      "phone",
    ],
  ],
  ["email", ["(email|e-mail|e mail|mail) address", "(email|e-mail)"]],
  [
    "address",
    [
      "(street|home|mailing|my|the|that|wrong|new|old)? address",
      "(zip|postal) code",
      "(the|my) (street|city|state|zip|apartment)",
    ],
  ],
  [
    "identifier",
    [
      "(member|membership|policy|subscriber|group|confirmation|account) (id|number)",
      "(my|the) (id|member id)",
    ],
  ],
  ["name", ["(first|last|given|family|middle|my|the|full)? name", "(surname|lastname)"]],
  ["payer", ["(my|the|insurance)? (insurance|carrier|payer)"]],
  ["time", ["(the|my|appointment)? time"]],
  ["date", ["(the|my|appointment)? (date|day)"]],
  ["choice", ["(the|my)? (doctor|provider|advisor)"]],
  ["vehicle", ["(the|my)? (car|vehicle|truck)", "(year|make|model|mileage)"]],
  ["vin", ["(the|my)? vin"]],
  ["complaint", ["(the|my)? (reason|symptom|symptoms|complaint)"]],
  ["service", ["(the|my)? service"]],
];
