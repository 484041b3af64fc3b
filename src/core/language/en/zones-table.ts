/** Beginnings of the names of zones where "3/5" is the third of May. */
export const dayFirstZones: readonly string[] = [
  "Europe/",
  "Australia/",
  "Africa/",
  "Pacific/Auckland",
  "Asia/Kolkata",
  "GB",
  "NZ",
];
