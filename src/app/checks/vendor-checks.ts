import { z } from "zod";
import { hide } from "../../core/values/private.ts";
import { nhtsaVehicleLookUp } from "../../partners/nhtsa-vehicle-look-up.ts";
import { greetMailServer } from "../../partners/smtp-mailer.ts";
import { UspsToken } from "../../partners/usps/usps-token.ts";
import { systemClock } from "../../runtime/runtime.ts";
import { type Check, FoundFault } from "./check.ts";

const deepgramAddress = "wss://api.deepgram.com";

export const deepgramCheck: Check = {
  what: "Deepgram",
  without: "callers are heard and answered by the embedded speech",
  mends: {
    refused: "make a key at console.deepgram.com and set DEEPGRAM_API_KEY to it",
    away: "is DEEPGRAM_URL right, and may this machine reach it?",
  },
  proof({ settings, secrets, upstream }) {
    const key = secrets.of("DEEPGRAM_API_KEY");
    if (key === null) return null;
    const address = (settings.DEEPGRAM_URL ?? deepgramAddress).replace(/^ws/, "http");
    const deepgram = upstream("deepgram", address);
    return async () => {
      const headers = { authorization: `Token ${key.current()}` };
      await deepgram.request({ doing: "looking at the key", method: "GET", path: "/v1/auth/token", headers });
      return "the key is known";
    };
  },
};

const twilioAccountForm = z.object({ status: z.string(), type: z.string() });

export const twilioCheck: Check = {
  what: "Twilio",
  without: "calls come in, and are transferred and ended by what follows the stream",
  mends: {
    refused: "set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to what console.twilio.com shows for the account",
    away: "is TWILIO_URL right, and may this machine reach it?",
  },
  proof({ settings, secrets, upstream }) {
    const { TWILIO_ACCOUNT_SID: sid, TWILIO_URL: address } = settings;
    const token = secrets.of("TWILIO_AUTH_TOKEN");
    if (sid === undefined || token === null) return null;
    const twilio = upstream("twilio", address);
    return async () => {
      const authorization = `Basic ${Buffer.from(`${sid}:${token.current()}`).toString("base64")}`;
      const path = `/2010-04-01/Accounts/${sid}.json`;
      const request = {
        doing: "looking at the account",
        method: "GET",
        path,
        headers: { authorization },
      } as const;
      const account = twilioAccountForm.safeParse((await twilio.request(request)).json());
      if (account.data?.status === "active") return `the account is active (${account.data.type})`;
      const seen = `the account is ${account.data?.status ?? "none that we understand"}`;
      throw new FoundFault(seen, "open it again at console.twilio.com");
    };
  },
};

export const mailCheck: Check = {
  what: "mail server",
  without: "mail is written as files under the data folder",
  mends: {
    refused: "are the user and the password in SMTP_URL right (both with %-escapes)?",
    away: "is SMTP_URL right, its port included, and may this machine reach it?",
  },
  proof({ secrets }) {
    const server = secrets.of("SMTP_URL");
    if (server === null) return null;
    return async () => {
      await greetMailServer(server);
      return "lets us in";
    };
  },
};

/** A Honda of 2003; its VIN is public in many examples. */
const knownVin = "1HGCM82633A004352";

export const vinDecoderCheck: Check = {
  what: "vPIC",
  without: "maker and year are read from the VIN itself",
  mends: {
    refused: "set VIN_DECODER_URL to https://vpic.nhtsa.dot.gov",
    away: "is VIN_DECODER_URL right, and may this machine reach it?",
  },
  proof({ settings, upstream }) {
    const { VIN_DECODER_URL: address } = settings;
    if (address === undefined) return null;
    const lookUp = nhtsaVehicleLookUp(upstream("vPIC", address));
    return async () => {
      const answer = await lookUp.decode(hide(knownVin));
      if (answer !== "notDecoded" && answer.vehicle.make === "Honda") return "decodes a known VIN";
      throw new FoundFault("does not know a VIN that it should", "is VIN_DECODER_URL a decoder of vPIC?");
    };
  },
};

export const uspsCheck: Check = {
  what: "USPS",
  without: "addresses are unverified",
  mends: {
    refused: "set USPS_CLIENT_ID and USPS_CLIENT_SECRET to the application's at developers.usps.com",
    away: "is USPS_URL right, and may this machine reach it?",
  },
  proof({ settings, secrets, upstream }) {
    const { USPS_CLIENT_ID: clientId, USPS_URL: address } = settings;
    const clientSecret = secrets.of("USPS_CLIENT_SECRET");
    if (clientId === undefined || clientSecret === null) return null;
    const usps = upstream("usps", address);
    return async () => {
      // An address would cost one of the few questions that are allowed.
      await new UspsToken({ usps, clientId, clientSecret, clock: systemClock }).current();
      return "gives an access token";
    };
  },
};
