import { commonFamilyNames, commonGivenNames } from "./common-names-table.ts";
import type { Rules } from "./rules.ts";
import { spellingTree } from "./spelling.ts";

/** E-mail addresses: words, names, letters and figures around "at" and "dot". */
export const emailRules: Rules = {
  emailJoint: "/12/ dot | underscore | dash | hyphen | point | period",
  emailSigns: "( /0.6/ <letter> | /0.4/ <figure> ) [ <emailSigns> ]",
  /** First name, dot, last name: by far the commonest form; then an initial and a last name. */
  emailUsual: `/0.74/ ( ( /0.8/ <givenName> <emailJoint> | /0.2/ <givenName> ) <emailFamilyHub> )
    | /0.12/ ( <freeLetter> ( /0.5/ <NULL> | /0.5/ <emailJoint> ) <emailFamilyHub> )
    | /0.09/ ( <givenName> <emailEndHub> ) | /0.05/ <emailFamilyHub>`,
  emailFamilyHub: "<familyName> <emailEndHub>",
  emailSpelledHub:
    "<emailSigns> [ <emailJoint> ] ( /0.5/ <emailEndHub> | /0.25/ <emailFamilyHub> | /0.25/ <emailSpelledHub> )",
  /** Spellings of frequent names are trees, which tell "d" from "t" by what follows. */
  emailGivenSpelled: spellingTree(commonGivenNames),
  emailFamilySpelledHub: `${spellingTree(commonFamilyNames)} <emailEndHub>`,
  emailNamesSpelled:
    "<emailGivenSpelled> ( /0.7/ <emailJoint> <emailFamilySpelledHub> | /0.15/ <emailFamilySpelledHub> | /0.15/ <emailEndHub> ) | <emailFamilySpelledHub>",
  emailSpelledTurn:
    "( /0.6/ <NULL> | /0.4/ ( it's | that's | my email is ) ) ( /0.5/ <emailNamesSpelled> | /0.5/ <emailSpelledHub> )",
  /** Numbers behind a name: an age, a year, some figures. */
  emailNumber:
    "/0.55/ <twoFigures> | /0.3/ <oneToNine> [ <figures> ] | /0.15/ ( nineteen | twenty ) <twoFigures>",
  emailEndHub: "( /0.9/ <NULL> | /0.1/ <emailNumber> ) at ( <emailDomain> | <emailSpelledDomain> )",
  emailDomain: `( /3/ gmail | /2/ yahoo | /2/ hotmail | /2/ outlook | icloud | /2/ example | comcast | verizon | aol | msn | proton | mail ) dot ( /8/ com | net | org | edu | gov )`,
  emailSpelledDomain: "( _a _o _l | _m _s _n | _a _t _t | _s _b _c global ) dot ( com | net )",
  emailHub: "/0.65/ <emailUsual> | /0.35/ <emailSpelledHub>",
  email: `/0.5/ <emailHub>
    | /0.4/ ( my ( email | email address ) is | it's | it is | that's | the email is | you can | email ) <emailHub>
    | /0.05/ at <emailDomain>
    | /0.05/ ( i don't have ( email | an email | one | an email address ) | no email | i don't use email )`,
};
