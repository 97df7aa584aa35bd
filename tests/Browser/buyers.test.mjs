// Rules A1, A3, A4: who buys for the first time is registered, who is known logs in, who buys again extends.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { picture, startBrowser } from "./kit/browser.mjs";
import { CARDS, choose, fillIn, logInByLink, newBuyer, order, payBy, placeOrder, seePaid, setPassword } from "./kit/buyer.mjs";
import { loginLink, passwordLink } from "./kit/mail.mjs";
import { startShop } from "./kit/processes.mjs";

const PASSWORD = "four words are enough";
let shop, browser;

before(async () => {
  shop = await startShop();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const licenceOf = async (portal) => (await shop.api("GET", `/v1/licences?portal=${portal}`)).data[0];

test("a known e-mail is asked to log in, gets a link, and goes on with the same form", async () => {
  const buyer = newBuyer();
  await order(await (await browser.visitor()).newPage(), shop, buyer);

  const context = await browser.visitor();
  const page = await context.newPage();
  await choose(page, shop);
  await fillIn(page, { ...buyer, portal: "another.bitrix24.eu" });
  await placeOrder(page);
  await page.locator(".errors").getByText("please log in").waitFor();
  await picture(page, "known");

  const tab = await context.newPage();
  await logInByLink(tab, await loginLink(shop, buyer.email));
  await tab.close();
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
});

test("an extension adds to the end, on the page that the licence's own link opens", async () => {
  const buyer = newBuyer();
  const page = await (await browser.visitor()).newPage();
  await order(page, shop, buyer, 12);
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  const first = await licenceOf(buyer.portal);

  await setPassword(page, await passwordLink(shop, buyer.email), PASSWORD);
  await page.getByRole("link", { name: /^Extend/ }).click();
  await page.getByText("What you buy now is added to that.").waitFor();
  await picture(page, "extension");
  assert.equal(await page.locator(".plan").count(), 1, "a running licence is extended in its own edition");
  await page.getByRole("button", { name: "Extend" }).click();
  assert.equal(await page.inputValue("[name='fields.portal']"), buyer.portal);
  assert.equal(await page.inputValue("[name='contact.email']"), buyer.email);
  await page.locator("[name=consents]").first().check();
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
  await payBy(page, shop, CARDS.good);
  await seePaid(page);

  const second = await licenceOf(buyer.portal);
  const years = (licence) => new Date(licence.validUntil).getUTCFullYear();
  assert.equal(second.id, first.id);
  assert.equal(years(second), years(first) + 1);
});

test("by password in, by button out, and a forgotten password ends in a mail", async () => {
  const buyer = newBuyer();
  const first = await (await browser.visitor()).newPage();
  await order(first, shop, buyer);
  await setPassword(first, await passwordLink(shop, buyer.email), PASSWORD);

  const page = await (await browser.visitor()).newPage();
  await page.goto(`${shop.address}/b/${shop.demo.buttonId}`);
  await page.getByRole("link", { name: "Log in" }).click();
  await picture(page, "login");
  await page.fill("#email", buyer.email);
  await page.fill("#password", "not the password");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByText("E-mail or password is wrong.").waitFor();
  await page.fill("#password", PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/\/account$/);
  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByText("You are logged out.").waitFor();

  await page.fill("#link-email", buyer.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("If we know this e-mail, a link is on its way to it.").waitFor();
  await logInByLink(page, await loginLink(shop, buyer.email));
});

test("no page has complained", () => assert.deepEqual(browser.complaints, []));
