// X8 and more: the pages work for everyone, in four languages, on a phone, by keyboard, without JavaScript, read aloud.
import { test } from "node:test";
import assert from "node:assert/strict";
import { PHONE, look } from "./kit/browser.mjs";
import { CARDS, choose, newBuyer, order, payBy, placeOrder, seePaid, setPassword, topUp } from "./kit/buyer.mjs";
import { focusOn } from "./kit/keyboard.mjs";
import { passwordLink } from "./kit/mail.mjs";
import { closingTests, openStage } from "./kit/stage.mjs";

const stage = openStage();

/** Every page of a purchase, one after the other, each in the visitor's language. */
const walk = async (page, language) => {
  const { shop } = stage;
  const buyer = newBuyer();
  const see = async (name) => {
    assert.equal(await page.getAttribute("html", "lang"), language, name);
    await look(page, name);
  };
  await choose(page, shop);
  await see("checkout-empty");
  await placeOrder(page);
  await see("checkout-errors");
  await page.goto(`${shop.address}/agreements/${shop.demo.agreementId}`);
  await see("agreement");
  await order(page, shop, buyer);
  await see("pay");
  await payBy(page, shop, CARDS.declined);
  await page.locator(".errors").waitFor();
  await see("declined");
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  await see("paid");
  await page.goto(`${shop.address}/m/${shop.demo.merchantId}/login`);
  await see("login");
  await setPassword(page, await passwordLink(shop, buyer.email), "four words are enough");
  await see("account");
  await topUp(page, shop, "1250.50");
  await see("balance");
  await page.locator(".sections a[href*='/journal']").click();
  await page.locator(".operations").waitFor();
  await see("journal");
  await page.goto(`${shop.address}/tab/${shop.demo.productId}?portal=${buyer.portal}`);
  await see("tab");
  await page.goto(`${shop.address}/nothing/here`);
  await see("nothing");
};

const LOOKS = {
  uk: { viewport: PHONE },
  en: {},
  ru: { viewport: PHONE },
  kk: { viewport: PHONE, colorScheme: "dark" },
};

for (const [language, looks] of Object.entries(LOOKS)) {
  test(`every page of a purchase in ${language}`, async () => {
    await walk(await (await stage.browser.visitor({ locale: language, ...looks })).newPage(), language);
  });
}

test("the whole purchase without JavaScript", async () => {
  await walk(await (await stage.browser.visitor({ javaScriptEnabled: false })).newPage(), "en");
});

test("the whole purchase by keyboard alone, and always with a visible focus", async () => {
  const { shop } = stage;
  const buyer = newBuyer();
  const page = await (await stage.browser.visitor()).newPage();
  const type = async (selector, text) => {
    await focusOn(page, selector);
    await page.keyboard.type(text);
  };
  const pressOn = async (selector, address) => {
    await focusOn(page, selector);
    await page.keyboard.press("Enter");
    await page.waitForURL(address);
  };

  await page.goto(`${shop.address}/`);
  await pressOn("a.button", /\/b\//);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await focusOn(page, "input[name=offer]");
  await page.keyboard.press("ArrowUp");
  await pressOn("main button[type=submit]", /\/checkout/);
  await type("[name='contact.email']", buyer.email);
  await type("[name='fields.portal']", buyer.portal);
  await focusOn(page, "[name=consents]");
  await page.keyboard.press("Space");
  await pressOn("main button[type=submit]", /\/pay\/inv_/);
  await pressOn("main button[type=submit]", `${shop.providerAddress}/**`);
  await type("[name=cardNumber]", CARDS.good);
  await type("[name=expiry]", "12/39");
  await type("[name=cvc]", "123");
  await page.keyboard.press("Enter");
  await page.locator(".tick").waitFor();
  await pressOn("main a.button", /\/login/);
});

test("the language is changed on any page and stays", async () => {
  const page = await (await stage.browser.visitor()).newPage();
  await choose(page, stage.shop);
  await page.getByRole("link", { name: "Қазақша" }).click();
  await page.getByRole("button", { name: "Тапсырыс беру" }).waitFor();
  assert.ok(await page.inputValue("[name=offer]"), "the choice is kept");
  await page.goto(`${stage.shop.address}/b/${stage.shop.demo.buttonId}`);
  assert.equal(await page.getAttribute("html", "lang"), "kk");
});

closingTests(stage);
