// Starts and stops the built server and the sandbox provider, each in a process of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SERVER = join(ROOT, "api/Server/bin/Debug/net10.0/BillingHeadless.Server.dll");
const PROVIDER = join(ROOT, "api/SandboxProvider/bin/Debug/net10.0/BillingHeadless.SandboxProvider.dll");
const START_SECONDS = 300;

/** A port that nobody uses now. */
export const freePort = async (host) => {
  const probe = createServer().listen(0, host);
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
};

export const stop = async (program) => {
  if (program.exitCode === null && program.signalCode === null) {
    const ended = once(program, "exit");
    program.kill("SIGTERM");
    await ended;
  }
};

/** Settles when the program has said the line that is waited for, or never will. */
const readiness = (program, ready) => new Promise((resolve, reject) => {
  const said = [];
  const fail = (how) => {
    clearTimeout(timer);
    reject(new Error(`${how}:\n${said.join("\n")}`));
  };
  const timer = setTimeout(() => fail(`It did not start in ${START_SECONDS} seconds`), START_SECONDS * 1000);
  program.stderr.on("data", (text) => said.push(String(text)));
  program.once("exit", (code) => fail(`It ended with ${code}`));
  createInterface({ input: program.stdout }).on("line", (line) => {
    said.push(line);
    if (line.includes(ready)) {
      clearTimeout(timer);
      resolve();
    }
  });
});

/** Runs a program until it is ready; one that does not get so far is ended. */
const start = async (dll, settings, ready) => {
  const program = spawn("dotnet", [dll, ...settings], { cwd: tmpdir(), env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Development" } });
  try {
    await readiness(program, ready);
    return program;
  } catch (problem) {
    await stop(program);
    throw new Error(dll, { cause: problem });
  }
};

export const startProvider = async (folder, serverAddress) => {
  const address = `http://127.0.0.1:${await freePort("127.0.0.1")}`;
  const settings = ["--urls", address, "--database", join(folder, "sandbox.db"), "--publicOrigin", address, "--callbackOrigins", serverAddress];
  return { address, program: await start(PROVIDER, settings, "The sandbox provider listens") };
};

export const startServer = (address, data) =>
  start(SERVER, ["--urls", address, `--Billing:DataDirectory=${data}`, "--Logging:LogLevel:Default=Error"], "The demo is ready");
