import type { Rules } from "./rules.ts";

/** Telephone numbers, in the ways that people group them, and "the one I'm calling from". */
export const phoneRules: Rules = {
  figureOrPair:
    "/0.85/ <figure> | /0.07/ <twoFigures> | /0.03/ ( double | triple ) <figure> | /0.05/ hundred",
  tenFigures: `<figure> <figure> <figure> <figure> <figure> <figure> <figure> <figure> <figure> <figure>`,
  sevenFigures: "<figure> <figure> <figure> <figure> <figure> <figure> <figure>",
  fourFigures: "<figure> <figure> <figure> <figure>",
  threeFigures: "<figure> <figure> <figure>",
  phoneGroups: "<figureOrPair> [ dash | area code ] [ <phoneGroups> ]",
  phoneNumber: `/0.72/ [ one | plus one | area code ] <tenFigures>
    | /0.06/ <sevenFigures> | /0.04/ <fourFigures> | /0.04/ <threeFigures>
    | /0.14/ <phoneGroups>`,
  phone: `/0.85/ [ my ( phone | cell | home | mobile | ) number is | it's | that's | it is | the number is | you can reach me at | the best number is ] <phoneNumber>
    | /0.15/ <sameNumber>`,
  sameNumber: `[ it's | just | use ] ( the | this | same ) ( number | one | same number | phone | phone number ) [ that ]
      [ i'm calling from | i am calling from | i called from | i'm calling on | is fine | is good | works | please ]
    | the one i'm calling from | this one | this number | same number | this is my number`,
};
