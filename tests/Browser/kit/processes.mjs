// Starts the built server and the sandbox provider, each in a process of its own, with a folder that is gone afterwards.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const SERVER = join(ROOT, "api/Server/bin/Debug/net10.0/BillingHeadless.Server.dll");
const PROVIDER = join(ROOT, "api/SandboxProvider/bin/Debug/net10.0/BillingHeadless.SandboxProvider.dll");
const START_SECONDS = 120;

/** A port that nobody uses now. */
const freePort = async (host) => {
  const probe = createServer().listen(0, host);
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
};

/** Runs a program until it says the line that is waited for. */
const start = async (dll, settings, ready) => {
  const program = spawn("dotnet", [dll, ...settings], { cwd: tmpdir(), env: { ...process.env, ASPNETCORE_ENVIRONMENT: "Development" } });
  const said = [];
  program.stderr.on("data", (text) => said.push(String(text)));
  await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${dll} did not start:\n${said.join("\n")}`)), START_SECONDS * 1000);
    createInterface({ input: program.stdout }).on("line", (line) => {
      said.push(line);
      if (line.includes(ready)) {
        clearTimeout(timer);
        resolve();
      }
    });
    program.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`${dll} ended with ${code}:\n${said.join("\n")}`));
    });
  });
  return program;
};

const stop = async (program) => {
  if (program.exitCode === null) {
    program.kill("SIGTERM");
    await once(program, "exit");
  }
};

const startProvider = async (folder, serverAddress) => {
  const address = `http://127.0.0.1:${await freePort("127.0.0.1")}`;
  const settings = ["--urls", address, "--database", join(folder, "sandbox.db"), "--publicOrigin", address, "--callbackOrigins", serverAddress];
  return { address, program: await start(PROVIDER, settings, "The sandbox provider listens") };
};

/** Calls the API as the demo merchant's server would. */
const apiOf = (address, key) => async (method, path, body) => {
  const answer = await fetch(address + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

/** The two processes, and the demo merchant whose gateway is the provider at the other origin. */
export const startShop = async () => {
  const folder = await mkdtemp(join(tmpdir(), "billing-browser-"));
  const data = join(folder, "data");
  const address = `http://localhost:${await freePort("localhost")}`;
  const provider = await startProvider(folder, address);
  const server = await start(SERVER, ["--urls", address, `--Billing:DataDirectory=${data}`, "--Logging:LogLevel:Default=Error"], "The demo is ready");
  const demo = JSON.parse(await readFile(join(data, "demo.json"), "utf8"));
  const api = apiOf(address, demo.secretKey);
  await api("PUT", "/v1/gateways/sandbox", {
    enabled: true,
    settings: { baseUrl: `${provider.address}/sandbox`, apiKey: "k".repeat(32), signingSecret: "s".repeat(32) },
  });
  return {
    address,
    providerAddress: provider.address,
    data,
    demo,
    api,
    async close() {
      await stop(server);
      await stop(provider.program);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
