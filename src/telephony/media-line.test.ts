import { Duplex } from "node:stream";
import { expect, test } from "vitest";
import { WebSocket } from "ws";
import { countingTelemetry } from "../ports/testing/counting-telemetry.ts";
import { MediaLine } from "./media-line.ts";

test("a far end that takes nothing any more is given up before its queue grows without end", () => {
  const telemetry = countingTelemetry();
  let terminated = 0;
  const socket = { readyState: WebSocket.OPEN as number };
  const transport = new Duplex({ read() {}, write() {} });
  const line = new MediaLine({
    socket: Object.assign(socket, {
      terminate: () => {
        terminated++;
        socket.readyState = WebSocket.CLOSED;
      },
    }) as unknown as WebSocket,
    transport,
    streamSid: "MZ1",
    callId: "CA1",
    echoesMarks: true,
    orders: null,
    meter: telemetry.meter,
  });
  for (let seconds = 0; seconds < 60; seconds++) line.send(new Uint8Array(8000));
  expect(terminated).toBe(1);
  expect(transport.writableLength).toBeLessThan(180 * 1024);
  expect(telemetry.counted("websocket_errors_total", { reason: "backpressure" })).toBe(1);
});
