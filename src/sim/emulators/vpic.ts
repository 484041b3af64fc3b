import type { EmulatedAnswer } from "./faults.ts";
import { type HttpEmulator, startHttpEmulator } from "./http-emulator.ts";

/** What the service knows of a VIN: values of its answer, empty where left out. */
export type VpicResult = Readonly<Record<string, string>>;

/**
 * The decoder of VINs of the American traffic safety administration, as the page of its interface tells it
 * (https://vpic.nhtsa.dot.gov/api/, "Decode VIN (flat format)"). A VIN that `results` does not name has no manufacturer there.
 */
export function startVpic(results: Readonly<Record<string, VpicResult>>): Promise<HttpEmulator> {
  return startHttpEmulator(({ method, path, query }) => {
    const vin = /^\/api\/vehicles\/DecodeVinValues\/([^/]*)$/i.exec(path)?.[1];
    if (method !== "GET" || vin === undefined) return { status: 404, body: "" };
    // Without a format the service answers in XML.
    if (query.get("format") !== "json")
      return { status: 200, headers: { "content-type": "application/xml" }, body: "<Response/>" };
    return decoded(vin, results[vin.toUpperCase()] ?? { ErrorCode: "7" });
  });
}

/** The service's form of an answer; it has some 150 values more, of which nobody here reads one. */
function decoded(vin: string, result: VpicResult): EmulatedAnswer {
  const all = { Make: "", Model: "", ModelYear: "", ErrorCode: "0", ErrorText: "", VIN: vin, ...result };
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({
      Count: 1,
      Message: "Results returned successfully",
      SearchCriteria: `VIN(s): ${vin}`,
      Results: [all],
    }),
  };
}
