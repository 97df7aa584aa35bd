// Rules C3, C5, C6, D7: a service that is paid after use, its add-ons, and its charge in the journal; for everyone and in four languages.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { PHONE, look } from "./kit/browser.mjs";
import { CARDS, payBy, seePaid } from "./kit/buyer.mjs";
import { focusOn } from "./kit/keyboard.mjs";
import { enterAccount } from "./kit/services.mjs";
import { ADD_ON, newUser, openUsage, turnMonth } from "./kit/usage.mjs";
import { closingTests, openStage } from "./kit/stage.mjs";

const LOOKS = {
  uk: { viewport: PHONE },
  en: {},
  ru: { viewport: PHONE },
  kk: { viewport: PHONE, colorScheme: "dark" },
};

const stage = openStage(async (it) => {
  const plan = await openUsage(it.shop);
  it.users = {};
  for (const locale of Object.keys(LOOKS)) it.users[locale] = await newUser(it.shop, plan, { locale });
  it.users.poor = await newUser(it.shop, plan, { money: 0 });
  await turnMonth(it.shop, Object.values(it.users));
});

/** Stands in the account of one of the customers. */
const enter = async (user, { role, ...options } = {}) => {
  const page = await (await stage.browser.visitor(options)).newPage();
  await enterAccount(page, stage.shop, user, role);
  return page;
};

const goTo = (page, section) => page.locator(`.sections a[href*='/${section}']`).click();

const openService = async (page) => {
  await goTo(page, "services");
  await page.locator(".services .secondary").first().click();
};

const openMonthBefore = async (page) => {
  await page.locator("a[href*='/usage']").click();
  await page.locator("main a[href*='month=']").click();
  await page.waitForURL(/month=/);
};

/** Switches the add-on and saves that. */
const switchAddOn = async (page, on) => {
  await page.locator(`input[value=${ADD_ON}]`).setChecked(on);
  await page.locator("form[action*='/add-ons'] button").click();
  await page.locator(".notice").waitFor();
  assert.equal(await page.locator(`input[value=${ADD_ON}]`).isChecked(), on);
};

const download = async (page) => {
  const file = page.waitForEvent("download");
  await page.locator("a[href*='journal.csv']").click();
  return readFile(await (await file).path(), "utf8");
};

/** Every page of a service that is paid after use, one after the other, each in the visitor's language. */
const walk = async (page, language) => {
  const see = async (name) => {
    assert.equal(await page.getAttribute("html", "lang"), language, name);
    await look(page, name);
  };
  await openService(page);
  await see("service-after-use");
  await switchAddOn(page, false);
  await switchAddOn(page, true);

  await page.locator("a[href*='/usage']").click();
  for (const days of await page.locator(".meters summary").all()) await days.click();
  assert.equal(await page.locator(".meters").count(), 2, "the month so far, and what was told late");
  await see("usage-so-far");
  await page.locator("main a[href*='month=']").click();
  await page.waitForURL(/month=/);
  await see("usage-charged");
  assert.equal(await page.locator(".meters > li").count(), 4, "the tariff and its three meters");
  await page.locator("main a[href*='month=']").click();
  await page.locator("#corrections-title").waitFor();

  await goTo(page, "journal");
  await page.locator("details summary").click();
  await page.selectOption("#kind", "usageCharged");
  await page.selectOption("#service", { index: 1 });
  await page.locator(".filter button").click();
  await page.waitForURL(/kind=usageCharged/);
  await see("journal-of-usage");
  assert.equal(await page.locator(".operations > li").count(), 1);
  const csv = await download(page);
  assert.match(csv, /usageCharged/);
  assert.doesNotMatch(csv, /balanceToppedUp/);
  await page.fill("#to", "2020-01-31");
  await page.locator(".filter button").click();
  await page.waitForURL(/to=2020-01-31/);
  await see("journal-nothing");
  await page.locator(".filter a").click();
  await page.locator(".operations > li").nth(1).waitFor();
  assert.match(await download(page), /balanceToppedUp/);
};

for (const [language, looks] of Object.entries(LOOKS)) {
  test(`every page of usage in ${language}`, async () => {
    await walk(await enter(stage.users[language], { locale: language, ...looks }), language);
  });
}

test("all of it without JavaScript", async () => {
  await walk(await enter(stage.users.en, { javaScriptEnabled: false }), "en");
});

test("C1: an employee reads which add-ons are on", async () => {
  const page = await enter(stage.users.en, { role: "employee" });
  await openService(page);
  await look(page, "add-ons-of-employee");
  assert.equal(await page.locator(".lines li", { hasText: ADD_ON }).count(), 1);
  assert.equal(await page.locator("form[action*='/add-ons']").count(), 0);
});

test("C5: a month that the balance does not cover is an invoice, which is paid and cannot be cancelled", async () => {
  const page = await enter(stage.users.poor);
  await goTo(page, "invoices");
  await look(page, "invoice-of-usage");
  assert.equal(await page.locator(".rows > li").count(), 1);
  assert.equal(await page.locator("form[action*='/cancel']").count(), 0);
  await openService(page);
  await openMonthBefore(page);
  await look(page, "usage-invoiced");
  await page.locator("main section a[href*='/pay/inv_']").click();
  await payBy(page, stage.shop, CARDS.good);
  await seePaid(page);
});

test("by keyboard alone: an add-on is switched off; once the service has ended, its form says so", async () => {
  const { shop, users } = stage;
  const page = await enter(users.poor);
  await openService(page);
  const flip = async () => {
    await focusOn(page, `input[value=${ADD_ON}]`);
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
  };
  await flip();
  await page.locator(".notice").waitFor();
  const address = `/v1/subscriptions/${users.poor.service.id}`;
  assert.deepEqual((await shop.api("GET", address)).addOns, []);
  await shop.api("POST", `${address}/cancel`);
  await flip();
  await page.locator("[role=alert]").waitFor();
  await look(page, "add-on-refused");
});

closingTests(stage);
