// Rules A1 to A4: who buys for the first time is registered, who is known logs in, who buys again extends.
import { test } from "node:test";
import assert from "node:assert/strict";
import { look } from "./kit/browser.mjs";
import { CARDS, choose, fillIn, logInByLink, newBuyer, order, payBy, placeOrder, press, seePaid, setPassword, topUp } from "./kit/buyer.mjs";
import { loginLink, passwordLink } from "./kit/mail.mjs";
import { closingTests, openStage } from "./kit/stage.mjs";

const PASSWORD = "four words are enough";
const stage = openStage();

const newPage = async (options) => (await stage.browser.visitor(options)).newPage();

test("A2: the merchant's own fields are asked for and come with the order", async () => {
  const { shop } = stage;
  const { checkoutFields } = await shop.api("GET", "/v1/settings");
  const branch = { name: "branch", kind: "choice", required: true, labels: { en: "Branch of business" }, options: ["Trade", "Services"] };
  await shop.api("PATCH", "/v1/settings", { checkoutFields: [...checkoutFields, branch] });
  try {
    const buyer = newBuyer();
    const page = await newPage();
    await choose(page, shop);
    await fillIn(page, buyer);
    await placeOrder(page);
    await page.getByRole("link", { name: "Fill in this field." }).waitFor();
    await look(page, "own-field");
    await page.getByLabel("Branch of business").selectOption("Services");
    await placeOrder(page);
    await page.waitForURL(/\/pay\/inv_/);
    assert.equal((await shop.orders(buyer.email))[0].fields.branch, "Services");
  } finally {
    await shop.api("PATCH", "/v1/settings", { checkoutFields });
  }
});

test("a known e-mail is asked to log in, gets a link, and goes on with the same form", async () => {
  const { shop } = stage;
  const buyer = newBuyer();
  await order(await newPage(), shop, buyer);

  const context = await stage.browser.visitor();
  const page = await context.newPage();
  await choose(page, shop);
  await fillIn(page, { email: buyer.email.toUpperCase(), portal: "another.bitrix24.eu" });
  await placeOrder(page);
  await page.locator(".errors").getByText("please log in").waitFor();
  await look(page, "known");
  assert.equal((await shop.orders(buyer.email)).length, 1);

  const tab = await context.newPage();
  await logInByLink(tab, await loginLink(shop, buyer.email));
  await tab.close();
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
  assert.equal((await shop.orders(buyer.email)).length, 2);
});

test("an extension adds to the end, on the page that the licence's own link opens", async () => {
  const { shop } = stage;
  const buyer = newBuyer();
  const page = await newPage();
  await order(page, shop, buyer, 12);
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  const first = await shop.licence(buyer.portal);

  await setPassword(page, await passwordLink(shop, buyer.email), PASSWORD);
  await page.getByRole("link", { name: /^Extend/ }).click();
  await page.getByText("What you buy now is added to that.").waitFor();
  await look(page, "extension");
  assert.equal(await page.locator(".plan").count(), 1, "a running licence is extended in its own edition");
  await page.getByRole("button", { name: "Extend" }).click();
  assert.equal(await page.inputValue("[name='fields.portal']"), buyer.portal);
  assert.equal(await page.inputValue("[name='contact.email']"), buyer.email);
  await page.locator("[name=consents]").first().check();
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
  await payBy(page, shop, CARDS.good);
  await seePaid(page);

  const second = await shop.licence(buyer.portal);
  const years = (licence) => new Date(licence.validUntil).getUTCFullYear();
  assert.equal(second.id, first.id);
  assert.equal(years(second), years(first) + 1);
});

test("A3: the mailed link sets a password once, and a weak one is refused", async () => {
  const { shop } = stage;
  const buyer = newBuyer();
  const page = await newPage();
  await order(page, shop, buyer);
  const link = await passwordLink(shop, buyer.email);
  await page.goto(link);
  await page.evaluate(() => document.querySelector("#password").removeAttribute("minlength"));
  await page.fill("#password", "short");
  await press(page);
  await page.locator(".errors").waitFor();
  await look(page, "weak-password");
  await page.fill("#password", PASSWORD);
  await press(page);
  await page.waitForURL(/\/account$/);

  await page.goto(link);
  await page.getByText("This link does not work any more").waitFor();
  await look(page, "used-link");
});

test("by password in, by button out, and a forgotten password ends in a mail", async () => {
  const { shop } = stage;
  const buyer = newBuyer();
  const first = await newPage();
  await order(first, shop, buyer);
  await setPassword(first, await passwordLink(shop, buyer.email), PASSWORD);

  const page = await newPage();
  await page.goto(`${shop.address}/b/${shop.demo.buttonId}`);
  await page.getByRole("link", { name: "Log in" }).click();
  await page.fill("#email", buyer.email);
  await page.fill("#password", "not the password");
  await page.getByRole("button", { name: "Log in" }).click();
  await page.getByText("E-mail or password is wrong.").waitFor();
  await look(page, "login-refused");
  await page.fill("#password", PASSWORD);
  await page.getByRole("button", { name: "Log in" }).click();
  await page.waitForURL(/\/account$/);
  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByText("You are logged out.").waitFor();

  await page.fill("#link-email", buyer.email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await page.getByText("If we know this e-mail, a link is on its way to it.").waitFor();
  await look(page, "link-sent");
  await logInByLink(page, await loginLink(shop, buyer.email));
});

test("C1, D2, D4: an administrator tops up, and the balance pays the open invoice with one press", async () => {
  const { shop } = stage;
  const buyer = newBuyer();
  const page = await newPage();
  await order(page, shop, buyer, 1);
  await setPassword(page, await passwordLink(shop, buyer.email), PASSWORD);
  await page.locator(".sections a[href*='/balance']").click();
  await page.fill("#amount", "a lot");
  await press(page);
  await page.getByText("Enter an amount").waitFor();
  await look(page, "balance-wrong");
  assert.equal(await page.inputValue("#amount"), "a lot");
  await page.getByRole("link", { name: "Licences and invoices" }).click();

  await topUp(page, shop, "1000");
  await page.getByText("Your balance covers these invoices").waitFor();
  await look(page, "balance-covers");
  await page.getByRole("link", { name: /^Pay/ }).click();
  await page.waitForURL(/\/pay\/inv_/);
  await look(page, "pay-from-balance");
  await page.locator(".way", { hasText: "From the balance" }).getByRole("button").click();
  await seePaid(page);
  assert.equal((await shop.licence(buyer.portal)).status, "active");
});

test("a cancelled invoice says so and offers no way to pay", async () => {
  const { shop } = stage;
  const page = await newPage();
  const payUrl = await order(page, shop, newBuyer());
  await shop.api("POST", `/v1/invoices/${payUrl.match(/inv_\w+/)[0]}/cancel`);
  await page.goto(payUrl);
  await page.getByText("This invoice was cancelled.").waitFor();
  await look(page, "cancelled");
  assert.equal(await page.locator("main form").count(), 0);
});

closingTests(stage);
