import type { FieldId } from "../../dialogue/field-ids.ts";
import type { FieldWording } from "./question-table.ts";

/** What a service department says in other words than `questionTable`. */
export const autoQuestionTable: { readonly [F in FieldId]?: Partial<FieldWording> } = {
  name: {
    help: "Please tell me your first and last name. You can also spell it.",
    why: "The appointment is booked in your name.",
  },
  doctor: {
    plain: ["Would you like a certain advisor, such as {value}, or is anyone fine?"],
    short: "Which advisor would you like: {value}, or anyone?",
    example: "You can say an advisor's name, such as {value}, or say anyone.",
    help: "Please name the advisor you would like to see, or say that anyone is fine.",
    why: "Some customers prefer a certain advisor.",
  },
  address: { why: "It goes on your record with us." },
};
