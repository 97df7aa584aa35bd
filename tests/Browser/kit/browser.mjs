// The distribution's Chromium, and what every page in it must keep: no script error, nothing that the content policy had to stop.
import { chromium } from "playwright-core";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const PATIENCE_MS = 120_000;

/** An answer such as 422 is told in the console too; it is no error of the page. */
const isAnswer = (text) => text.startsWith("Failed to load resource: the server responded with a status of 4");

export const startBrowser = async () => {
  const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGUMENTS });
  const complaints = [];
  return {
    complaints,

    /** A visitor of their own: cookies, language, window. */
    async visitor(options = {}) {
      const context = await browser.newContext({ locale: "en", viewport: { width: 1180, height: 900 }, ...options });
      context.setDefaultTimeout(PATIENCE_MS);
      context.on("console", (message) => {
        if (["error", "warning"].includes(message.type()) && !isAnswer(message.text())) complaints.push(`${message.page()?.url()}: ${message.text()}`);
      });
      context.on("weberror", (error) => complaints.push(String(error.error())));
      return context;
    },

    close: () => browser.close(),
  };
};

let pictures = 0;

/** Keeps a picture when somebody wants to look at the pages. */
export const picture = async (page, name) => {
  const folder = process.env.BILLING_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${String(++pictures).padStart(3, "0")}-${name}.png`), fullPage: true });
};
