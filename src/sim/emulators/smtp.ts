import { type AddressInfo, createServer, type Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { Fault, FaultSwitch } from "./faults.ts";
import { openSockets } from "./open-sockets.ts";

export interface SmtpOptions {
  /** Who must say so before sending; everybody may when left out. */
  readonly login?: { readonly user: string; readonly password: string };
  /** The answer to a recipient that is refused, "550 no such user"; null takes them. */
  readonly refusal?: (recipient: string) => string | null;
}

/** A mail server on the loopback address that keeps what it is given. */
export interface SmtpEmulator extends FaultSwitch, AsyncDisposable {
  /** With the login, when one is wanted. */
  readonly url: string;
  /** Messages as they came over the wire. */
  readonly messages: readonly string[];
  /** Connections that were opened so far. */
  readonly connections: number;
  /** Connections that stand. */
  sockets(): number;
}

/** A mail server as RFC 5321 has it, by `smtp-server`. Faults before the greeting are those of the connection. */
export async function startSmtp(options: SmtpOptions = {}): Promise<SmtpEmulator> {
  const messages: string[] = [];
  let fault: Fault | null = null;
  let connections = 0;
  const keep = (message: string) => messages.push(message);
  const smtp = new SMTPServer(serverOptions(options, { fault: () => fault, keep, cut: () => sockets.cut() }));
  // What a connection that was cut has to say is of no interest.
  smtp.on("error", () => {});
  const front = createServer((socket) => {
    connections += 1;
    socket.on("error", () => {});
    greet(socket, fault, () => smtp.server.emit("connection", socket));
  });
  const sockets = openSockets(front);
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const { login } = options;
  const user = login === undefined ? "" : `${login.user}:${login.password}@`;
  return {
    url: `smtp://${user}127.0.0.1:${(front.address() as AddressInfo).port}`,
    messages,
    get connections() {
      return connections;
    },
    sockets: sockets.count,
    setFault(next) {
      fault = next;
    },
    async [Symbol.asyncDispose]() {
      sockets.cut();
      await new Promise((resolve) => front.close(resolve));
    },
  };
}

/** Lets the server speak on the socket, unless the fault speaks in its place. */
function greet(socket: Socket, fault: Fault | null, usual: () => void): void {
  if (fault === "refuse") socket.destroy();
  else if (fault === "garbage") socket.end("<html><body>It works!</body></html>\r\n");
  else if (fault === "hang" || fault === "mute") return;
  else if (typeof fault === "object" && fault !== null && "tooMany" in fault)
    socket.end("421 4.7.0 Too many connections\r\n");
  else if (typeof fault === "object" && fault !== null && "slowMs" in fault) setTimeout(usual, fault.slowMs);
  else usual();
}

interface Behind {
  fault(): Fault | null;
  keep(message: string): void;
  /** Breaks every connection off. */
  cut(): void;
}

function serverOptions({ login, refusal }: SmtpOptions, behind: Behind): SMTPServerOptions {
  return {
    authOptional: login === undefined,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onAuth({ username, password }, _session, done) {
      const known = username === login?.user && password === login?.password;
      if (known && behind.fault() !== "unauthorized") done(null, { user: username });
      else done(answer("535 5.7.8 Authentication credentials invalid"));
    },
    onMailFrom(_address, _session, done) {
      done(behind.fault() === "serverError" ? answer("451 4.3.0 Local error in processing") : null);
    },
    onRcptTo({ address }, _session, done) {
      const refused = refusal?.(address) ?? null;
      done(refused === null ? null : answer(refused));
    },
    onData(stream, _session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const fault = behind.fault();
        if (fault === "dropInTheMiddle") return behind.cut();
        if (typeof fault === "object" && fault !== null && "stallAfterBytes" in fault) return;
        behind.keep(Buffer.concat(pieces).toString());
        done(null);
      });
    },
  };
}

function answer(line: string): Error {
  return Object.assign(new Error(line.slice(4)), { responseCode: Number(line.slice(0, 3)) });
}
