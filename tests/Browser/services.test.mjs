// Rules B2, B6, C1, D1, D3, D4, D6, D7: services, tariffs, invoices and the journal in the account, for everyone and in four languages.
import { test } from "node:test";
import assert from "node:assert/strict";
import { PHONE, look } from "./kit/browser.mjs";
import { CARDS, payBy, press, seePaid } from "./kit/buyer.mjs";
import { focusOn } from "./kit/keyboard.mjs";
import { enterAccount, newTenant, openServices } from "./kit/services.mjs";
import { closingTests, openStage } from "./kit/stage.mjs";

const stage = openStage(async (it) => {
  it.catalogue = await openServices(it.shop);
});

const newPage = async (options) => (await stage.browser.visitor(options)).newPage();

/** A customer with two paid services and money on the balance, and its administrator in the account. */
const settle = async (options = {}, role) => {
  const { shop, catalogue } = stage;
  const tenant = await newTenant(shop, catalogue, options.locale);
  const page = await newPage(options);
  await enterAccount(page, shop, tenant, role);
  return { ...tenant, page };
};

const goTo = (page, section) => page.locator(`.sections a[href*='/${section}']`).click();

const submit = (page, ending) => page.locator(`form[action*='${ending}'] button[type=submit]`).first().click();

/** From the list to the tariffs of the first service, and to the preview of a change. */
const previewTariff = async (page) => {
  await goTo(page, "services");
  await page.locator(".services .secondary").first().click();
  await page.locator("a[href*='/tariff']").click();
  await look(page, "tariffs");
  await press(page);
  await page.waitForURL(/\/tariff\/chg_/);
};

/** Every page of services, one after the other, each in the visitor's language. */
const walk = async (page, language) => {
  const see = async (name) => {
    assert.equal(await page.getAttribute("html", "lang"), language, name);
    await look(page, name);
  };
  await goTo(page, "services");
  await see("services");
  await page.locator(".services .secondary").first().click();
  await see("service");
  await page.locator("input[name=method][value=balance]").check();
  await submit(page, "/auto-pay");
  await page.locator(".notice").waitFor();
  await see("standing-order");
  await previewTariff(page);
  await see("tariff-preview");
  await press(page);
  await page.locator(".tick").waitFor();
  await see("tariff-changed");
  await page.locator("main a[href*='/services/']").last().click();
  await page.locator("a[href*='/tariff']").click();
  await page.locator(".notice").waitFor();
  await see("tariff-tomorrow");

  await goTo(page, "services");
  await page.locator("input[name=service]").nth(0).check();
  await page.locator("input[name=service]").nth(1).check();
  await submit(page, "/services");
  await page.waitForURL(/\/pay\/inv_/);
  await see("pay-for-several");
  await page.goBack();
  await goTo(page, "invoices");
  await see("invoices");
  await page.locator("details summary").first().click();
  await see("invoice-cancel");
  await submit(page, "/cancel");
  await page.locator(".notice").waitFor();
  await see("invoice-cancelled");
  await page.locator(".states a[href*='cancelled']").click();
  await page.locator(".states a[href*='cancelled'][aria-current]").waitFor();
  assert.equal(await page.locator(".rows li").count(), 1);

  await goTo(page, "journal");
  await page.locator("details summary").click();
  await page.selectOption("#kind", "periodCredited");
  await page.selectOption("#service", { index: 1 });
  await page.locator(".filter button").click();
  await page.waitForURL(/kind=periodCredited/);
  await see("journal-filtered");
  assert.equal(await page.locator(".operations li").count(), 1);
};

const LOOKS = {
  uk: { viewport: PHONE },
  en: {},
  ru: { viewport: PHONE },
  kk: { viewport: PHONE, colorScheme: "dark" },
};

for (const [language, looks] of Object.entries(LOOKS)) {
  test(`every page of services in ${language}`, async () => {
    const { page } = await settle({ locale: language, ...looks });
    await walk(page, language);
  });
}

test("all of it without JavaScript", async () => {
  const { page } = await settle({ javaScriptEnabled: false });
  await walk(page, "en");
});

test("D3: extending leads to the invoice, which is paid by card; the service then runs longer", async () => {
  const { shop } = stage;
  const { page, services } = await settle();
  const before = await shop.api("GET", `/v1/subscriptions/${services[0]}`);
  await goTo(page, "services");
  await page.locator(`.services a[href*='${services[0]}']`).click();
  await page.locator("button[value=invoice]").click();
  await page.waitForURL(/\/pay\/inv_/);
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  const after = await shop.api("GET", `/v1/subscriptions/${services[0]}`);
  assert.ok(after.paidUntil > before.paidUntil);
});

test("D4: the balance extends it with one press; two clicks pay once, and whoever goes back sees what is paid", async () => {
  const { shop } = stage;
  const { page, customer, services } = await settle();
  const balance = async () => (await shop.api("GET", `/v1/customers/${customer}/balance`)).balance.amount;
  const before = await balance();
  await goTo(page, "services");
  await page.locator(`.services a[href*='${services[0]}']`).click();
  const paidThrough = await page.locator(".facts dd").first().textContent();
  await page.locator("button[value=balance]").dblclick();
  await seePaid(page);
  assert.equal(await balance(), before - 29_000);
  await page.goBack();
  await page.locator(".facts dd").first().waitFor();
  assert.notEqual(await page.locator(".facts dd").first().textContent(), paidThrough);
  assert.equal(await balance(), before - 29_000);
});

test("D6: what is missing for a better tariff becomes an invoice, and paying it changes the tariff", async () => {
  const { shop, catalogue } = stage;
  const { page, customer } = await settle();
  await goTo(page, "services");
  await page.locator(".services .secondary").first().click();
  await page.locator("a[href*='/tariff']").click();
  await page.locator(`input[value='${catalogue.largest}']`).check();
  await press(page);
  await page.waitForURL(/\/tariff\/chg_/);
  await look(page, "tariff-missing");
  const preview = page.url();
  await press(page);
  await page.waitForURL(/\/pay\/inv_/);
  const payUrl = page.url();
  await page.goto(preview);
  await look(page, "tariff-awaiting");
  assert.ok((await shop.api("GET", `/v1/customers/${customer}/balance`)).reserved.amount > 0);
  await page.goto(payUrl);
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  await page.goto(preview);
  await page.locator(".tick").waitFor();
});

test("C1: an employee sees it all and finds no button that is not theirs", async () => {
  const { page } = await settle({}, "employee");
  await goTo(page, "services");
  await page.locator(".services .secondary").first().click();
  await look(page, "service-of-employee");
  assert.equal(await page.locator("form[action*='/auto-pay'], form[action*='/cancel']").count(), 0);
  await page.locator("a[href*='/tariff']").click();
  await look(page, "tariffs-of-employee");
  assert.equal(await page.locator("main form").count(), 0);
});

test("by keyboard alone: a service is ended, and only after the question whether one is sure", async () => {
  const { page, services } = await settle();
  await goTo(page, "services");
  await focusOn(page, `.services a[href*='${services[1]}']`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/services\/sub_/);
  await focusOn(page, "details summary");
  await page.keyboard.press("Enter");
  await focusOn(page, "form[action*='/cancel'] button");
  await look(page, "service-end");
  await page.keyboard.press("Enter");
  await page.getByText("The service is ended").waitFor();
  await look(page, "service-ended");
  assert.ok((await stage.shop.api("GET", `/v1/subscriptions/${services[1]}`)).cancelledAt);
});

closingTests(stage);
