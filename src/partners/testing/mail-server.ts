import { type AddressInfo, createServer, type Socket } from "node:net";

/** A mail server on the loopback address that keeps what it is given. */
export interface MailServer extends AsyncDisposable {
  readonly url: string;
  /** Messages as they came over the wire. */
  readonly messages: readonly string[];
}

/** `answerTo` may refuse a recipient by answering with another code than 250. */
export async function startMailServer(
  answerTo: (recipient: string) => string = () => "250 OK",
): Promise<MailServer> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    serve(socket, answerTo, (message) => messages.push(message));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    messages,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As much of RFC 5321 as a client needs to deliver. */
function serve(socket: Socket, answerTo: (recipient: string) => string, keep: (message: string) => void) {
  let received = "";
  let inMessage = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 test");
  const command = (line: string) => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "RCPT") return say(answerTo(/<(.*?)>/.exec(line)?.[1] ?? ""));
    if (verb === "QUIT") return socket.end("221 bye\r\n");
    inMessage = verb === "DATA";
    return say(inMessage ? "354 go on" : "250 OK");
  };
  socket.setEncoding("utf8");
  socket.on("data", (text: string) => {
    received += text;
    for (;;) {
      const ending = inMessage ? "\r\n.\r\n" : "\r\n";
      const end = received.indexOf(ending);
      if (end < 0) return;
      const part = received.slice(0, end);
      received = received.slice(end + ending.length);
      if (!inMessage) command(part);
      else {
        inMessage = false;
        keep(part.replaceAll("\r\n..", "\r\n."));
        say("250 taken");
      }
    }
  });
}
