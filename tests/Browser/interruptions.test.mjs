// Rule A7: whatever happens to a page, nothing is lost and nothing is paid twice.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { picture, startBrowser } from "./kit/browser.mjs";
import { CARDS, choose, enterCard, fillIn, goToGateway, newBuyer, order, payBy, placeOrder, seePaid, setPassword } from "./kit/buyer.mjs";
import { passwordLink } from "./kit/mail.mjs";
import { startShop } from "./kit/processes.mjs";

let shop, browser;

before(async () => {
  shop = await startShop();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const invoiceOf = (url) => url.match(/inv_\w+/)[0];

const succeeded = async (payUrl) =>
  (await shop.api("GET", `/v1/payments?invoiceId=${invoiceOf(payUrl)}`)).data.filter((payment) => payment.status === "succeeded");

const ordersOf = async (email) => (await shop.api("GET", "/v1/orders?limit=100")).data.filter((found) => found.contact.email === email);

test("charged but timed out: the page asks again by itself, without a script, and nobody pays again", async () => {
  const page = await (await browser.visitor({ javaScriptEnabled: false })).newPage();
  const payUrl = await order(page, shop, newBuyer());
  await payBy(page, shop, CARDS.silent);
  await page.waitForURL(/\/return\/pay_/);
  await picture(page, "checking");

  const other = await page.context().newPage();
  await other.goto(payUrl);
  assert.equal(await other.locator("input[name=gateway]").count(), 0, "nobody is asked to pay again");
  await seePaid(page);
  assert.equal((await succeeded(payUrl)).length, 1);
});

test("a closed payment page: the account has the link, and the same payment goes on", async () => {
  const buyer = newBuyer();
  const context = await browser.visitor();
  const page = await context.newPage();
  const payUrl = await order(page, shop, buyer);
  await goToGateway(page, shop);
  await page.close();

  const later = await context.newPage();
  await setPassword(later, await passwordLink(shop, buyer.email), "four words are enough");
  await picture(later, "account-open");
  await later.getByRole("link", { name: /^Pay/ }).click();
  await later.getByText("You have begun this payment.").waitFor();
  await payBy(later, shop, CARDS.good);
  await seePaid(later);
  assert.equal((await succeeded(payUrl)).length, 1);
});

test("two tabs lead to one payment, and the second one learns that it is paid", async () => {
  const context = await browser.visitor();
  const [first, second] = [await context.newPage(), await context.newPage()];
  const payUrl = await order(first, shop, newBuyer());
  await second.goto(payUrl);
  await goToGateway(first, shop);
  await goToGateway(second, shop);
  assert.equal(first.url(), second.url());

  await enterCard(first, CARDS.good);
  await seePaid(first);
  await enterCard(second, CARDS.good);
  await seePaid(second);
  assert.equal((await succeeded(payUrl)).length, 1);
});

test("a double click places one order and starts one payment", async () => {
  const buyer = newBuyer();
  const page = await (await browser.visitor()).newPage();
  await choose(page, shop);
  await fillIn(page, buyer);
  await page.getByRole("button", { name: "Place the order" }).dblclick();
  await page.waitForURL(/\/pay\/inv_/);
  assert.equal((await ordersOf(buyer.email)).length, 1);

  const payUrl = page.url();
  await page.getByRole("button", { name: /^Pay/ }).dblclick();
  await page.waitForURL(`${shop.providerAddress}/**`);
  assert.equal((await shop.api("GET", `/v1/payments?invoiceId=${invoiceOf(payUrl)}`)).data.length, 1);
});

test("the back button brings the form with all that was typed, and sending the same form again is the same order", async () => {
  const buyer = newBuyer();
  const page = await (await browser.visitor()).newPage();
  await choose(page, shop);
  await fillIn(page, buyer);
  const form = await page.locator("main form").first().evaluate((element) => Object.fromEntries(new FormData(element)));
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
  const payUrl = page.url();

  const headers = { "Accept-Language": "en" };
  const again = await page.request.post(`${shop.address}/b/${shop.demo.buttonId}/checkout`, { form, headers, maxRedirects: 0 });
  assert.equal(again.status(), 303);
  assert.equal(new URL(again.headers().location, shop.address).href, payUrl);

  await page.goBack();
  assert.equal(await page.inputValue("[name='fields.portal']"), buyer.portal);
  await page.goForward();
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  await page.goto(payUrl);
  await seePaid(page);
  assert.equal((await ordersOf(buyer.email)).length, 1);
  assert.equal((await succeeded(payUrl)).length, 1);
});

test("a wrong field loses nothing that was typed", async () => {
  const buyer = newBuyer();
  const page = await (await browser.visitor()).newPage();
  await choose(page, shop);
  await fillIn(page, { ...buyer, portal: "http://192.168.0.1/" });
  await page.fill("[name='contact.company']", "Firm & Sons");
  await placeOrder(page);
  await page.getByRole("link", { name: "Enter the name of the portal, not its IP address." }).click();
  await picture(page, "errors");
  assert.equal(await page.evaluate(() => document.activeElement.name), "fields.portal");
  assert.equal(await page.inputValue("[name='contact.company']"), "Firm & Sons");
  assert.equal(await page.locator("[name=consents]").first().isChecked(), true);

  await page.fill("[name='fields.portal']", buyer.portal);
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
});

test("no page has complained", () => assert.deepEqual(browser.complaints, []));
