// Rules B6, C2 and ruling 35: saved cards in the account, for everyone and in four languages.
import { test } from "node:test";
import assert from "node:assert/strict";
import { PHONE, look } from "./kit/browser.mjs";
import { CARDS, payBy, seePaid } from "./kit/buyer.mjs";
import { focusOn } from "./kit/keyboard.mjs";
import { enterAccount, newTenant, openServices } from "./kit/services.mjs";
import { closingTests, openStage } from "./kit/stage.mjs";

const stage = openStage(async (it) => {
  it.catalogue = await openServices(it.shop);
  await it.shop.api("PATCH", "/v1/settings", { savedMethods: true });
});

const newPage = async (options) => (await stage.browser.visitor(options)).newPage();

/** Pays for a service by hand and agrees that the card is kept. */
const keepCard = async (page, service, number) => {
  const { shop } = stage;
  const invoice = await shop.api("POST", `/v1/subscriptions/${service}/renewals`, { months: 1 });
  await page.goto(invoice.payUrl);
  await page.check("[name=saveCard]");
  await look(page, "pay-and-keep");
  await payBy(page, shop, number);
  await seePaid(page);
};

/** A customer with two kept cards, the first of which pays for a service, on the page of its cards. */
const settle = async (options = {}) => {
  const { shop, catalogue } = stage;
  const tenant = await newTenant(shop, catalogue, options.locale);
  const page = await newPage(options);
  await enterAccount(page, shop, tenant);
  const account = page.url();
  await keepCard(page, tenant.services[0], CARDS.good);
  await shop.api("PATCH", `/v1/subscriptions/${tenant.services[0]}`, { autoPay: { method: "card" } });
  await keepCard(page, tenant.services[1], CARDS.later);
  await page.goto(account);
  await page.locator(".sections a[href*='/cards']").click();
  return { ...tenant, page };
};

const walk = async (page, language) => {
  const see = async (name) => {
    assert.equal(await page.getAttribute("html", "lang"), language, name);
    await look(page, name);
  };
  await see("cards");
  await page.locator("button[value=choose]").click();
  await page.locator(".notice").waitFor();
  await see("card-chosen");
  await page.locator("details summary").first().click();
  await see("card-remove");
  await page.locator("button[value=remove]").first().click();
  await page.locator(".notice").waitFor();
  await see("card-removed");
  assert.equal(await page.locator(".services li").count(), 1);
};

const LOOKS = {
  uk: { viewport: PHONE },
  en: {},
  ru: { viewport: PHONE },
  kk: { viewport: PHONE, colorScheme: "dark" },
};

for (const [language, looks] of Object.entries(LOOKS)) {
  test(`saved cards in ${language}`, async () => {
    const { page } = await settle({ locale: language, ...looks });
    await walk(page, language);
  });
}

test("all of it without JavaScript, and a removed card pays for nothing more", async () => {
  const { page, customer } = await settle({ javaScriptEnabled: false });
  await walk(page, "en");
  const left = (await stage.shop.api("GET", `/v1/customers/${customer}/saved-cards`)).data;
  assert.deepEqual(left.map((card) => card.mask), ["4242"]);
});

test("by keyboard alone: another card is made the one that pays, and the idle one is removed", async () => {
  const { page, customer } = await settle();
  const pressOn = async (selector) => {
    await focusOn(page, selector);
    await page.keyboard.press("Enter");
  };
  await pressOn("button[value=choose]");
  await page.waitForURL(/notice=chosen/);
  await pressOn(".services li:last-child summary");
  await pressOn(".services li:last-child button[value=remove]");
  await page.waitForURL(/notice=removed/);
  const left = (await stage.shop.api("GET", `/v1/customers/${customer}/saved-cards`)).data;
  assert.deepEqual(left.map((card) => card.mask), ["0341"]);
});

closingTests(stage);
