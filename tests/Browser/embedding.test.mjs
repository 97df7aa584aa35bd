// Rules A8 and E1 in a page of another origin: the button and the payment tab, with our script and without it.
import { after, test } from "node:test";
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { look } from "./kit/browser.mjs";
import { CARDS, newBuyer, order, payBy, seePaid } from "./kit/buyer.mjs";
import { closingTests, openStage } from "./kit/stage.mjs";

let site, siteAddress, buyer;

const siteOf = (shop, snippet) =>
  `<!doctype html><html lang="en"><title>A portal</title><body><h1>Settings of the app</h1>
   <a data-billing="tab" href="${shop.address}/tab/${shop.demo.productId}?portal=${buyer.portal}&lang=en">Payment</a>
   ${snippet}</body></html>`;

/** A page that shows one of ours in a frame without being asked to. */
const framing = (shop, path) => `<!doctype html><html lang="en"><title>A trap</title><iframe src="${shop.address}${path}"></iframe></html>`;

const stage = openStage(async ({ shop, browser }) => {
  buyer = newBuyer();
  const page = await (await browser.visitor()).newPage();
  await order(page, shop, buyer);
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  const snippet = (await shop.api("GET", `/v1/buttons/${shop.demo.buttonId}/snippet?locale=en`)).html;

  site = createServer((request, answer) => {
    const trap = new URL(request.url, "http://site").searchParams.get("frames");
    answer.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(trap ? framing(shop, trap) : siteOf(shop, snippet));
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  siteAddress = `http://127.0.0.1:${site.address().port}/`;
});

after(() => site?.close());

test("the tab shows the licence's state and end in a frame that is as high as it needs", async () => {
  const page = await (await stage.browser.visitor()).newPage();
  await page.goto(siteAddress);
  const frame = page.frameLocator("iframe.billing-tab");
  await frame.getByText("active").waitFor();
  await frame.getByText(buyer.portal).waitFor();
  await page.waitForFunction(() => document.querySelector("iframe.billing-tab").clientHeight > 200);
  const fits = await frame.locator("html").evaluate((html) => html.scrollHeight <= html.clientHeight + 1);
  assert.ok(fits, "the tab needs no scroll bar of its own");

  const [extension] = await Promise.all([page.context().waitForEvent("page"), frame.getByRole("link", { name: /Extend/ }).click()]);
  await extension.getByText("What you buy now is added to that.").waitFor();
});

test("a portal without a licence sees that there is none, and where to buy it", async () => {
  const page = await (await stage.browser.visitor()).newPage();
  await page.goto(`${stage.shop.address}/tab/${stage.shop.demo.productId}?portal=new.bitrix24.eu`);
  await page.getByText("no licence yet").waitFor();
  await look(page, "tab-without-licence");
  const [offer] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: /^Buy/ }).click()]);
  await offer.getByRole("button", { name: "Continue" }).click();
  assert.equal(await offer.inputValue("[name='fields.portal']"), "new.bitrix24.eu");
});

test("the button leads to the offer", async () => {
  const page = await (await stage.browser.visitor()).newPage();
  await page.goto(siteAddress);
  const button = page.getByRole("link", { name: "Buy a licence" });
  assert.ok((await button.boundingBox()).height >= 44);
  await button.click();
  await page.waitForURL(`${stage.shop.address}/b/${stage.shop.demo.buttonId}`);
});

test("without JavaScript both are plain links", async () => {
  const page = await (await stage.browser.visitor({ javaScriptEnabled: false })).newPage();
  await page.goto(siteAddress);
  await page.getByRole("link", { name: "Payment" }).click();
  await page.getByText(buyer.portal).waitFor();
});

test("no other page can be framed", async () => {
  const { shop } = stage;
  for (const path of [`/b/${shop.demo.buttonId}`, `/m/${shop.demo.merchantId}/login`]) {
    const page = await (await stage.browser.visitor({ isStopped: true })).newPage();
    await page.goto(`${siteAddress}?frames=${encodeURIComponent(path)}`);
    assert.equal(await page.frameLocator("iframe").locator("main#content").count(), 0);
    const answer = await page.request.get(shop.address + path);
    assert.match(answer.headers()["content-security-policy"], /frame-ancestors 'none'/);
  }
});

closingTests(stage);
