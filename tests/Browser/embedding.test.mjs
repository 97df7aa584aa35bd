// Rules A8 and E1 in a page of another origin: the button and the payment tab, with our script and without it.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { picture, startBrowser } from "./kit/browser.mjs";
import { CARDS, newBuyer, order, payBy, seePaid } from "./kit/buyer.mjs";
import { startShop } from "./kit/processes.mjs";

let shop, browser, site, siteAddress, buyer, snippet;

before(async () => {
  shop = await startShop();
  browser = await startBrowser();
  buyer = newBuyer();
  const page = await (await browser.visitor()).newPage();
  await order(page, shop, buyer);
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  snippet = (await shop.api("GET", `/v1/buttons/${shop.demo.buttonId}/snippet?locale=en`)).html;

  site = createServer((_, answer) => answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(
    `<!doctype html><html lang="en"><title>A portal</title><body><h1>Settings of the app</h1>
     <a data-billing="tab" href="${shop.address}/tab/${shop.demo.productId}?portal=${buyer.portal}&lang=en">Payment</a>
     ${snippet}</body></html>`));
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  siteAddress = `http://127.0.0.1:${site.address().port}`;
});

after(async () => {
  site?.close();
  await browser?.close();
  await shop?.close();
});

test("the tab shows the licence's state and end in a frame that is as high as it needs", async () => {
  const page = await (await browser.visitor()).newPage();
  await page.goto(siteAddress);
  const frame = page.frameLocator("iframe.billing-tab");
  await frame.getByText("active").waitFor();
  await frame.getByText(buyer.portal).waitFor();
  await page.waitForFunction(() => document.querySelector("iframe.billing-tab").clientHeight > 200);
  const fits = await frame.locator("html").evaluate((html) => html.scrollHeight <= html.clientHeight + 1);
  await picture(page, "embedded");
  assert.ok(fits, "the tab needs no scroll bar of its own");

  const [extension] = await Promise.all([page.context().waitForEvent("page"), frame.getByRole("link", { name: /Extend/ }).click()]);
  await extension.getByText("What you buy now is added to that.").waitFor();
});

test("the button leads to the offer", async () => {
  const page = await (await browser.visitor()).newPage();
  await page.goto(siteAddress);
  const button = page.getByRole("link", { name: "Buy a licence" });
  assert.ok((await button.boundingBox()).height >= 44);
  await button.click();
  await page.waitForURL(`${shop.address}/b/${shop.demo.buttonId}`);
});

test("without JavaScript both are plain links", async () => {
  const page = await (await browser.visitor({ javaScriptEnabled: false })).newPage();
  await page.goto(siteAddress);
  await page.getByRole("link", { name: "Payment" }).click();
  await page.getByText(buyer.portal).waitFor();
});

test("no other page can be framed", async () => {
  for (const path of [`/b/${shop.demo.buttonId}`, `/m/${shop.demo.merchantId}/login`]) {
    const answer = await fetch(shop.address + path);
    assert.match(answer.headers.get("content-security-policy"), /frame-ancestors 'none'/);
  }
});

test("no page has complained", () => assert.deepEqual(browser.complaints, []));
