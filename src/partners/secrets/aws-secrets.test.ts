// Goal: secrets are read through the vendor's own client, which only its address tells from the real service.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { secretProviderContract } from "../../ports/secret-provider.contract.ts";
import { countingTelemetry } from "../../ports/testing/counting-telemetry.ts";
import { systemClock } from "../../runtime/runtime.ts";
import { startAwsSecrets } from "../../sim/emulators/aws-secrets.ts";
import { resilience } from "../resilience/resilience.ts";
import { awsSecrets } from "./aws-secrets.ts";
import { ROTATION_MS } from "./rotation.ts";
import { storeLimits } from "./store-limits.ts";
import { readingUnderFaults } from "./testing/reading-under-faults.ts";

const keys = { accessKeyId: "AKIAEXAMPLE", secretAccessKey: "a secret key", region: "us-west-2" };

beforeEach(() => {
  vi.stubEnv("AWS_ACCESS_KEY_ID", keys.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey);
  vi.stubEnv("AWS_REGION", keys.region);
  vi.stubEnv("AWS_CONFIG_FILE", "/dev/null");
  vi.stubEnv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
  vi.stubEnv("AWS_EC2_METADATA_DISABLED", "true");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function store() {
  let movedMs = 0;
  const clock = { ...systemClock, now: () => systemClock.now() + movedMs };
  const server = await startAwsSecrets({ ...keys, nowMs: systemClock.now });
  vi.stubEnv("AWS_ENDPOINT_URL_SECRETS_MANAGER", server.address);
  const limits = { ...storeLimits, attempts: 1, attemptMs: 400 };
  const policy = resilience({ service: "aws", limits, clock, telemetry: countingTelemetry() });
  const provider = awsSecrets({ resilience: policy, clock });
  return {
    server,
    provider,
    place: { name: "clinic/frontdesk", key: "deepgram" },
    missing: { name: "clinic/nothing", key: "deepgram" },
    put: async (deepgram: string) => server.put("clinic/frontdesk", JSON.stringify({ deepgram, other: 1 })),
    breakDown: () => server.setFault("refuse"),
    recover: () => server.setFault(null),
    lockOut: () => server.forbid(),
    pass: (ms: number) => {
      movedMs += ms;
    },
    async [Symbol.asyncDispose]() {
      await provider.close();
      await server[Symbol.asyncDispose]();
    },
  };
}

secretProviderContract("AWS Secrets Manager", { open: store, keepsPrevious: true });

test("a secret without keys is the value", async () => {
  await using aws = await store();
  aws.server.put("clinic/deepgram", "hunter1");
  expect(await aws.provider.read({ name: "clinic/deepgram", key: null })).toEqual(["hunter1"]);
});

test("a day after a change the value before it is not asked for", async () => {
  await using aws = await store();
  await aws.put("one");
  await aws.put("two");
  aws.pass(ROTATION_MS);
  expect(await aws.provider.read(aws.place)).toEqual(["two"]);
  expect(aws.server.requests).toHaveLength(1);
});

test.each([
  ["a key that is not in it", JSON.stringify({ twilio: "x" })],
  ["no text under the key", JSON.stringify({ deepgram: 7 })],
  ["keys are asked for, and there are none", "hunter1"],
  ["null", "null"],
])("%s: nothing is there", async (_what, value) => {
  await using aws = await store();
  aws.server.put("clinic/frontdesk", value);
  await expect(aws.provider.read(aws.place)).rejects.toMatchObject({
    retryable: false,
    cause: { message: 'there is no text under "deepgram" in it' },
  });
});

test.each([
  ["AWS_ACCESS_KEY_ID", "AKIAANOTHER", "the AWS credentials are not known"],
  ["AWS_SECRET_ACCESS_KEY", "another", "the AWS credentials are wrong, or the clock is"],
  ["AWS_ACCESS_KEY_ID", "", "there are no AWS credentials here"],
])("%s=%s: %s", async (name, value, cause) => {
  vi.stubEnv(name, value);
  await using aws = await store();
  await aws.put("one");
  await expect(aws.provider.read(aws.place)).rejects.toMatchObject({
    name: "WorldError",
    retryable: false,
    cause: { message: cause },
  });
});

readingUnderFaults(store);
