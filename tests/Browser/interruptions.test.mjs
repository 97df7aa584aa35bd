// Rule A7: whatever happens to a page, nothing is lost and nothing is paid twice.
import { test } from "node:test";
import assert from "node:assert/strict";
import { holdStill, look } from "./kit/browser.mjs";
import { CARDS, choose, enterCard, fillIn, goToGateway, newBuyer, order, payBy, placeOrder, press, seePaid, setPassword } from "./kit/buyer.mjs";
import { passwordLink } from "./kit/mail.mjs";
import { closingTests, openStage } from "./kit/stage.mjs";
import { eventually } from "./kit/waiting.mjs";

const stage = openStage();

const newPage = async (options) => (await stage.browser.visitor(options)).newPage();

const assertPaidOnce = async (payUrl) => {
  const succeeded = (await stage.shop.payments(payUrl)).filter((payment) => payment.status === "succeeded");
  assert.equal(succeeded.length, 1);
};

test("charged but timed out: the page asks again by itself, without a script, and nobody pays again", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  const payUrl = await order(page, stage.shop, newBuyer());
  await payBy(page, stage.shop, CARDS.silent);
  await page.waitForURL(/\/return\/pay_/);
  await look(page, "checking");

  const other = await page.context().newPage();
  await other.goto(payUrl);
  assert.equal(await other.locator("input[name=gateway]").count(), 0, "nobody is asked to pay again");
  await seePaid(page);
  await assertPaidOnce(payUrl);
});

test("a payment that is not finished says so and leads back to the gateway", async () => {
  const page = await newPage();
  const payUrl = await order(page, stage.shop, newBuyer());
  await goToGateway(page, stage.shop);
  const [payment] = await stage.shop.payments(payUrl);

  await holdStill(page);
  await page.goto(`${payUrl}/return/${payment.id}`);
  await page.getByRole("heading", { name: "The payment is not finished yet" }).waitFor();
  await look(page, "unfinished");
  await page.getByRole("link", { name: "Continue the payment" }).click();
  await enterCard(page, CARDS.good);
  await seePaid(page);
  await assertPaidOnce(payUrl);
});

test("a second click while the gateway is asked waits, without a script, and is led on to the same page", async () => {
  const { shop } = stage;
  const context = await stage.browser.visitor({ javaScriptEnabled: false });
  const [first, second, watcher] = [await context.newPage(), await context.newPage(), await newPage()];
  const payUrl = await order(first, shop, newBuyer());
  await second.goto(payUrl);
  await holdStill(watcher);

  await shop.whileGatewayRests(async () => {
    await first.locator("main form button").first().click({ noWaitAfter: true });
    await eventually("the payment that the first click has begun", async () => (await shop.payments(payUrl)).length === 1);
    await press(second);
    await second.getByRole("heading", { name: "We are taking you to the payment page" }).waitFor();
    await watcher.goto(second.url());
  });

  await watcher.getByRole("heading", { name: "We are taking you to the payment page" }).waitFor();
  await look(watcher, "starting");
  for (const page of [first, second]) await page.waitForURL(`${shop.providerAddress}/**`);
  assert.equal(first.url(), second.url());
  await enterCard(second, CARDS.good);
  await seePaid(second);
  await enterCard(first, CARDS.good);
  await seePaid(first);
  assert.equal((await shop.payments(payUrl)).length, 1);
});

test("a closed payment page: the account has the link, and the same payment goes on", async () => {
  const buyer = newBuyer();
  const context = await stage.browser.visitor();
  const page = await context.newPage();
  const payUrl = await order(page, stage.shop, buyer);
  await goToGateway(page, stage.shop);
  await page.close();

  const later = await context.newPage();
  await setPassword(later, await passwordLink(stage.shop, buyer.email), "four words are enough");
  await look(later, "account-unpaid");
  await later.getByRole("link", { name: /^Pay/ }).click();
  await later.getByText("You have begun this payment.").waitFor();
  await look(later, "begun");
  await payBy(later, stage.shop, CARDS.good);
  await seePaid(later);
  await assertPaidOnce(payUrl);
});

test("two tabs lead to one payment, and the second one learns that it is paid", async () => {
  const context = await stage.browser.visitor();
  const [first, second] = [await context.newPage(), await context.newPage()];
  const payUrl = await order(first, stage.shop, newBuyer());
  await second.goto(payUrl);
  await goToGateway(first, stage.shop);
  await goToGateway(second, stage.shop);
  assert.equal(first.url(), second.url());

  await enterCard(first, CARDS.good);
  await seePaid(first);
  await enterCard(second, CARDS.good);
  await seePaid(second);
  await assertPaidOnce(payUrl);
});

test("a double click places one order, starts one payment and charges once", async () => {
  const buyer = newBuyer();
  const page = await newPage();
  await choose(page, stage.shop);
  await fillIn(page, buyer);
  await page.getByRole("button", { name: "Place the order" }).dblclick();
  await page.waitForURL(/\/pay\/inv_/);
  assert.equal((await stage.shop.orders(buyer.email)).length, 1);

  const payUrl = page.url();
  await page.getByRole("button", { name: /^Pay/ }).dblclick();
  await page.waitForURL(`${stage.shop.providerAddress}/**`);
  await page.locator("button[name=wallet]").first().dblclick();
  await seePaid(page);
  assert.equal((await stage.shop.payments(payUrl)).length, 1);
});

test("the back button brings the form with all that was typed, and the same form again is the same order", async () => {
  const buyer = newBuyer();
  const page = await newPage();
  await choose(page, stage.shop);
  await fillIn(page, buyer);
  const form = await page.locator("main form").first().evaluate((element) => Object.fromEntries(new FormData(element)));
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
  const payUrl = page.url();

  const headers = { "Accept-Language": "en" };
  const again = await page.request.post(`${stage.shop.address}/b/${stage.shop.demo.buttonId}/checkout`, { form, headers, maxRedirects: 0 });
  assert.equal(again.status(), 303);
  assert.equal(new URL(again.headers().location, stage.shop.address).href, payUrl);

  await page.goBack();
  assert.equal(await page.inputValue("[name='fields.portal']"), buyer.portal);
  await page.goForward();
  await payBy(page, stage.shop, CARDS.good);
  await seePaid(page);
  assert.equal((await stage.shop.orders(buyer.email)).length, 1);
  await assertPaidOnce(payUrl);
});

test("back from the success page to the payment page shows that it is paid, and the gateway takes no second card", async () => {
  const page = await newPage();
  const payUrl = await order(page, stage.shop, newBuyer());
  await goToGateway(page, stage.shop);
  const gatewayUrl = page.url();
  await enterCard(page, CARDS.good);
  await seePaid(page);

  await page.goto(gatewayUrl);
  await page.getByText("This payment has been made.").waitFor();
  await look(page, "gateway-paid");
  await page.goto(payUrl);
  await seePaid(page);
  await assertPaidOnce(payUrl);
});

test("a wrong field loses nothing that was typed", async () => {
  const buyer = newBuyer();
  const page = await newPage();
  await choose(page, stage.shop);
  await fillIn(page, { ...buyer, portal: "http://192.168.0.1/" });
  await page.fill("[name='contact.company']", "Firm & Sons");
  await placeOrder(page);
  await page.getByRole("link", { name: "Enter the name of the portal, not its IP address." }).click();
  await look(page, "errors");
  assert.equal(await page.evaluate(() => document.activeElement.name), "fields.portal");
  assert.equal(await page.inputValue("[name='contact.company']"), "Firm & Sons");
  assert.equal(await page.locator("[name=consents]").first().isChecked(), true);

  await page.fill("[name='fields.portal']", buyer.portal);
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
});

closingTests(stage);
