import { hesitations } from "./hesitations-table.ts";

/** Street types that end a street name wherever they stand; the others of `streetTypes` are as often part of a name. */
export const strongStreetTypes: ReadonlySet<string> = new Set(
  (
    "street st str avenue ave av aven avenu avn road rd drive dr drv lane ln boulevard blvd boul blv court ct place pl way wy circle cir circ terrace ter terr trail trl parkway pkwy pky highway hwy square sq plaza plz alley aly " +
    "turnpike tpke expressway expy freeway fwy pike xing crossing py avd bvd bld blvrd aveneu stret raod drve tpk hgwy cirlce pkway parkwy esplanade promenade causeway cswy bl bv py pw"
  ).split(" "),
);

/** Kinds of road that are named by a number or letter behind them. */
export const numberedRoads: ReadonlySet<string> = new Set(
  "highway hwy hghwy route rte rt routes rtes rts spur interstate loop fm cr sr ih farm-to-market us i calle hwys highways jct junction expressway turnpike ranch us-".split(
    " ",
  ),
);

/** Roads that have numbers only behind an owner ("county road 43"). */
export const ownedRoads: ReadonlySet<string> = new Set("road rd lane drive line".split(" "));

/** Streets that are named by one letter ("avenue h"). */
export const lettersOnlyRoads: ReadonlySet<string> = new Set("avenue ave av street st".split(" "));

/** Words that mark the name of a building or the person to deliver to, which is no part of a street or town. */
export const buildingWords: ReadonlySet<string> = new Set(
  "tower place plaza center building bldg blg bld commons court gardens townhomes square house mall park village attn c/o complex condos condominiums apartments lofts terrace towers hall library hospital clinic school church office offices campus cove district bank prof co room conference level lvl ground executive residence residences house".split(
    " ",
  ),
);

/** Words that mark a part of a firm to deliver to. */
export const departmentWords: ReadonlySet<string> = new Set(
  "division div department dept section mc ms services twr mailroom mailstop receiving accounting payroll desk".split(
    " ",
  ),
);

/** Said before two streets that cross. */
export const crossingWords: ReadonlySet<string> = new Set(
  "corner intersection junction jct crossroads crsrds at of the".split(" "),
);

/** Words before "highway", "road" and the like that belong to the name of the road. */
export const roadOwners: ReadonlySet<string> = new Set(
  "us states state county country township ranch cty co".split(" "),
);

/** Said before an address and no part of it. */
export const addressCues: readonly string[] = [
  ...hesitations,
  "my address is",
  "address is",
  "my home address is",
  "home address is",
  "the address is",
  "street address is",
  "mailing address is",
  "i live at",
  "i live on",
  "i live in",
  "i live",
  "i'm at",
  "i am at",
  "live at",
  "it is",
  "it's",
  "that's",
  "that is",
  "my address",
  "home address",
  "we live at",
  "we live on",
  "we're at",
  "located at",
  "i reside at",
  "sure it's",
  "sure",
  "yes",
  "yeah",
  "okay",
  "ok",
  "well",
  "so",
  "i stay at",
  "residing at",
  "the street is",
  "street is",
  "it would be",
  "that would be",
  "we are at",
  "i'm on",
  "i moved to",
  "we moved to",
  "the mailing address is",
  "send it to",
  "address",
  "i'm located at",
  "living at",
  "i live over at",
  "we live in",
  "no",
  "sorry",
  "i said",
  "i mean",
  "you can send it to",
  "hi",
  "alright",
];

/** Cues that are enough to read an address that nobody asked for. */
export const strongAddressCues: ReadonlySet<string> = new Set(
  "my address is,address is,my home address is,home address is,the address is,street address is,mailing address is,i live at,i live on,i live in,we live at,we live on,i'm at,live at,i reside at,located at,my address,i moved to,we moved to,living at".split(
    ",",
  ),
);

/** Joints between the parts of a spoken address: "in the city of", "zip code". */
export const addressJoints: readonly string[] = [
  "in the city of",
  "the city is",
  "city is",
  "city of",
  "the city",
  "city",
  "zip code is",
  "my zip code is",
  "my zip is",
  "my city is",
  "my street is",
  "my state is",
  "the street is",
  "street is",
  "street name is",
  "the street name is",
  "the house number is",
  "house number is",
  "the number is",
  "and the street is",
  "the zip code is",
  "zip is",
  "zip code",
  "the zip is",
  "zip",
  "zipcode",
  "postal code",
  "the state is",
  "state is",
  "state of",
  "the state of",
  "and that's in",
  "that's in",
  "and it's in",
  "and the zip is",
  "and the zip code is",
  "with zip code",
  "with the zip",
  "in",
  "and the city is",
  "located in",
  "over in",
  "down in",
  "out in",
  "up in",
  "here in",
  "right in",
];

/** What closes a spoken address. */
export const addressEnds: ReadonlySet<string> = new Set(
  "please thanks thank you okay ok and right yes sir ma'am correct".split(" "),
);

/** Behind an address these begin something else. */
export const addressStops: readonly string[] = [
  "and my phone",
  "not",
  "and my number",
  "and my email",
  "and my e-mail",
  "and my cell",
  "and my date of birth",
  "and my birthday",
  "and my name",
  "my phone",
  "my number",
  "my email",
  "phone number",
  "my date of birth",
  "and i need",
  "and i would",
  "and i'd",
  "and i have",
  "and i want",
  "date of birth",
  "and you can",
  "and the phone",
  "do you need",
  "is that",
];

export const cityBeginnings: ReadonlySet<string> = new Set(
  "san santa los las la el fort ft mount mt new north south east west saint st lake port palm grand cedar white n s e w ste de del des upper lower glen royal big cape coral corpus council college coon north. rancho".split(
    " ",
  ),
);
export const cityEndings: ReadonlySet<string> = new Set(
  "city heights hts beach bch springs spgs falls park grove hills village vlg island rapids forks lakes valley forest ridge township twp harbor junction station brook point oaks bluffs creek center estates terrace fields prairie meadows woods bay mills hill gardens shores haven".split(
    " ",
  ),
);

/** Abbreviations from before the two-letter codes; some are also words of speech, so they count at the end of an address only. */
export const oldStateAbbreviations: Readonly<Record<string, string>> = {
  ala: "AL",
  ariz: "AZ",
  ark: "AR",
  cal: "CA",
  colo: "CO",
  conn: "CT",
  del: "DE",
  fla: "FL",
  ill: "IL",
  ind: "IN",
  kan: "KS",
  kans: "KS",
  mass: "MA",
  mich: "MI",
  minn: "MN",
  miss: "MS",
  mont: "MT",
  neb: "NE",
  nebr: "NE",
  nev: "NV",
  okla: "OK",
  ore: "OR",
  penn: "PA",
  penna: "PA",
  tenn: "TN",
  tex: "TX",
  wash: "WA",
  wis: "WI",
  wisc: "WI",
  wyo: "WY",
};
