// The demo merchant: its server, its gateway at another origin, and what it reads over the API. All of it is gone afterwards.
import { mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, startProvider, startServer, stop } from "./processes.mjs";

const API_KEY = "k".repeat(32);
const PAGE_LIMIT = 100;

const callerOf = (address, key) => async (method, path, body) => {
  const answer = await fetch(address + path, {
    method,
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID() },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
};

/** What the merchant's own systems would ask. */
const readingsOf = (api, gateway) => ({
  proof: () => api("GET", "/v1/books/proof"),

  licence: async (portal) => (await api("GET", `/v1/licences?portal=${portal}`)).data[0],

  orders: async (email) => (await api("GET", `/v1/orders?limit=${PAGE_LIMIT}`)).data.filter((order) => order.contact.email === email),

  /** All payments, or those of the invoice that a payment page is for. */
  payments: async (payUrl) => {
    const invoice = payUrl?.match(/inv_\w+/)[0];
    return (await api("GET", `/v1/payments?limit=${PAGE_LIMIT}${invoice ? `&invoiceId=${invoice}` : ""}`)).data;
  },

  /** What the gateway has taken from cards, in minor units, by its own book. */
  charges: async () => (await gateway("GET", "/book")).data.filter((movement) => movement.kind === "charge").map((movement) => movement.amount),
});

/** The parts of a shop as they are started, the last one first to be stopped. */
const openHouse = async () => {
  const folder = await mkdtemp(join(tmpdir(), "billing-browser-"));
  const closings = [() => rm(folder, { recursive: true, force: true })];
  return {
    folder,
    owes: (closing) => closings.unshift(closing),
    async close() {
      for (const closing of closings) await closing();
    },
  };
};

const open = async (house) => {
  const data = join(house.folder, "data");
  const outbox = join(data, "outbox");
  await mkdir(outbox, { recursive: true });
  const address = `http://localhost:${await freePort("localhost")}`;
  const provider = await startProvider(house.folder, address);
  house.owes(() => stop(provider.program));
  const server = await startServer(address, data);
  house.owes(() => stop(server));

  const demo = JSON.parse(await readFile(join(data, "demo.json"), "utf8"));
  const api = callerOf(address, demo.secretKey);
  const baseUrl = `${provider.address}/sandbox`;
  await api("PUT", "/v1/gateways/sandbox", { enabled: true, settings: { baseUrl, apiKey: API_KEY, signingSecret: "s".repeat(32) } });
  return {
    address,
    providerAddress: provider.address,
    outbox,
    demo,
    api,
    ...readingsOf(api, callerOf(baseUrl, API_KEY)),

    /** Does something while the gateway takes connections but answers nobody. */
    async whileGatewayRests(work) {
      provider.program.kill("SIGSTOP");
      try {
        return await work();
      } finally {
        provider.program.kill("SIGCONT");
      }
    },

    close: () => house.close(),
  };
};

export const startShop = async () => {
  const house = await openHouse();
  try {
    return await open(house);
  } catch (problem) {
    await house.close();
    throw problem;
  }
};
