// The distribution's Chromium, and what every page that is met in it must keep.
import { chromium } from "playwright-core";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { faultsOf } from "./inspection.mjs";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PATIENCE_MS = 240_000;
const DESK = { width: 1180, height: 900 };

export const PHONE = { width: 360, height: 740 };

/** Everything that somebody would complain about: errors in the console, and what an inspection finds. */
const complaints = [];

/** An answer such as 422 is told in the console too; it is no error of the page. */
const isAnswer = (text) => text.startsWith("Failed to load resource: the server responded with a status of 4");

const listen = (context) => {
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !isAnswer(message.text())) complaints.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
};

export const startBrowser = async () => {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
  return {
    complaints,

    /** A visitor of their own: cookies, language, window. Who does what browsers must stop is not listened to. */
    async visitor({ isStopped = false, ...options } = {}) {
      const context = await browser.newContext({ locale: "en", viewport: DESK, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      if (!isStopped) listen(context);
      if (options.javaScriptEnabled === false) scriptless.add(context);
      return context;
    },

    close: () => browser.close(),
  };
};

let pictures = 0;

/** Keeps a picture when somebody wants to look at the pages. */
const picture = async (page, name) => {
  const folder = process.env.BILLING_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${process.pid}-${String(++pictures).padStart(3, "0")}-${name}.png`), fullPage: true, caret: "initial" });
};

const inspected = new Set();
const scriptless = new WeakSet();

/** Keeps a page that loads itself again as it is, so that somebody can look at it: one that is opened by its own address. */
export const holdStill = (page) => page.route("**/pay/**", async (route) => {
  const response = await route.fetch({ maxRedirects: 0 });
  const { refresh, ...headers } = response.headers();
  await route.fulfill({ response, headers });
});

/** Looks at a page: the first time at every width and in every language thoroughly. Without scripts nobody can inspect. */
export const look = async (page, name) => {
  await picture(page, name);
  if (scriptless.has(page.context())) return;
  const kind = await page.evaluate((it) => `${it} in ${document.documentElement.lang} at ${innerWidth} px`, name);
  if (inspected.has(kind)) return;
  inspected.add(kind);
  complaints.push(...(await faultsOf(page)).map((fault) => `${kind}: ${fault}`));
};
