// X8 and more: the pages work for everyone, in four languages, on a phone, by keyboard, without JavaScript, read aloud.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { picture, startBrowser } from "./kit/browser.mjs";
import { CARDS, choose, enterCard, fillIn, newBuyer, order, payBy, placeOrder, setPassword } from "./kit/buyer.mjs";
import { passwordLink } from "./kit/mail.mjs";
import { startShop } from "./kit/processes.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WORDS = {
  uk: { submit: "Оформити замовлення", pay: "Сплатити", paid: "Дякуємо, оплату отримано", account: "Мій кабінет" },
  en: { submit: "Place the order", pay: "Pay", paid: "Thank you, it is paid", account: "My account" },
  ru: { submit: "Оформить заказ", pay: "Оплатить", paid: "Спасибо, оплата получена", account: "Мой кабинет" },
  kk: { submit: "Тапсырыс беру", pay: "төлеу", paid: "Рақмет, төлем қабылданды", account: "Менің кабинетім" },
};
let shop, browser;

before(async () => {
  shop = await startShop();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

/** What the accessibility rules call serious or worse. */
const violationsOf = async (page) => {
  await page.evaluate(AXE);
  const result = await page.evaluate(() => globalThis.axe.run());
  return result.violations
    .filter((violation) => ["serious", "critical"].includes(violation.impact))
    .map((violation) => `${page.url()}: ${violation.id} at ${violation.nodes.map((node) => node.target.join(" ")).join("; ")}`);
};

const isTooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** The smallest side of everything that can be pressed and stands by itself, in CSS pixels; links within a sentence are excepted. */
const smallTargets = (page) => page.evaluate(() =>
  [...document.querySelectorAll("button, a.button, a.secondary, a.who, .languages a, select, input:not([type=hidden], [type=radio], [type=checkbox], [type=submit]), label.offer")]
    .map((element) => ({ height: element.getBoundingClientRect().height, name: element.textContent.trim() || element.name }))
    .filter((target) => target.height > 0 && target.height < 44)
    .map((target) => `${target.name}: ${target.height}`));

/** Every page of a purchase, one after the other, with a look at each. */
const walk = async (page, look) => {
  const buyer = newBuyer();
  await page.goto(`${shop.address}/b/${shop.demo.buttonId}`);
  await look("offer");
  await choose(page, shop);
  await look("checkout");
  await placeOrder(page);
  await look("checkout-errors");
  await page.goto(`${shop.address}/agreements/${shop.demo.agreementId}`);
  await look("agreement");
  const payUrl = await order(page, shop, buyer);
  await look("pay");
  await payBy(page, shop, CARDS.declined);
  await page.locator(".errors").waitFor();
  await look("declined");
  await payBy(page, shop, CARDS.good);
  await page.locator(".bought").waitFor();
  await look("paid");
  await page.goto(`${shop.address}/m/${shop.demo.merchantId}/login`);
  await look("login");
  await page.goto(await passwordLink(shop, buyer.email));
  await look("password");
  await setPassword(page, page.url(), "four words are enough");
  await look("account");
  await page.goto(`${shop.address}/tab/${shop.demo.productId}?portal=${buyer.portal}`);
  await look("tab");
  await page.goto(`${shop.address}/nothing/here`);
  await look("nothing");
  return payUrl;
};

for (const language of ["uk", "en", "ru", "kk"]) {
  test(`the whole purchase in ${language}`, async () => {
    const buyer = newBuyer();
    const page = await (await browser.visitor({ locale: language })).newPage();
    await choose(page, shop);
    assert.equal(await page.getAttribute("html", "lang"), language);
    await fillIn(page, buyer);
    await page.getByRole("button", { name: WORDS[language].submit }).click();
    await page.waitForURL(/\/pay\/inv_/);
    await page.getByRole("button", { name: new RegExp(WORDS[language].pay) }).click();
    await enterCard(page, CARDS.good);
    await page.getByRole("heading", { name: WORDS[language].paid }).waitFor();
    await setPassword(page, await passwordLink(shop, buyer.email), "four words are enough");
    await page.getByRole("heading", { name: WORDS[language].account }).waitFor();
    assert.doesNotMatch(await page.locator("body").innerText(), /[{}]|undefined|null/);
  });
}

for (const [name, options] of [["a desk", {}], ["a phone of 360 px", { viewport: { width: 360, height: 740 }, locale: "uk" }], ["a phone in the dark", { viewport: { width: 360, height: 740 }, colorScheme: "dark", locale: "kk" }]]) {
  test(`on ${name} every page fits, can be pressed, and keeps the rules of accessibility`, async () => {
    const page = await (await browser.visitor(options)).newPage();
    const found = [];
    await walk(page, async (where) => {
      await picture(page, `${name.replaceAll(" ", "-")}-${where}`);
      found.push(...(await violationsOf(page)));
      found.push(...(await smallTargets(page)).map((target) => `${where}: too small to press: ${target}`));
      if (await isTooWide(page)) found.push(`${where} is wider than the window`);
    });
    assert.deepEqual(found, []);
  });
}

test("by keyboard alone, and always with a visible focus", async () => {
  const buyer = newBuyer();
  const page = await (await browser.visitor()).newPage();
  const focusOn = async (selector) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      const there = await page.evaluate((wanted) => {
        const active = document.activeElement;
        const outlined = active.closest("label.offer") ?? active;
        return { hit: active.matches(wanted), visible: getComputedStyle(outlined).outlineStyle !== "none" };
      }, selector);
      if (there.hit) {
        assert.ok(there.visible, `${selector} shows no focus`);
        return;
      }
    }
    assert.fail(`${selector} cannot be reached by keyboard`);
  };

  await page.goto(`${shop.address}/b/${shop.demo.buttonId}`);
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await focusOn("input[name=offer]");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/checkout/);
  await focusOn("[name='contact.email']");
  await page.keyboard.type(buyer.email);
  await focusOn("[name='fields.portal']");
  await page.keyboard.type(buyer.portal);
  await focusOn("[name=consents]");
  await page.keyboard.press("Space");
  await focusOn("main button[type=submit]");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/pay\/inv_/);
  await focusOn("main button[type=submit]");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${shop.providerAddress}/**`);
  await focusOn("[name=cardNumber]");
  await page.keyboard.type(CARDS.good);
  await focusOn("[name=expiry]");
  await page.keyboard.type("12/39");
  await focusOn("[name=cvc]");
  await page.keyboard.type("123");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: WORDS.en.paid }).waitFor();
});

test("without JavaScript", async () => {
  const page = await (await browser.visitor({ javaScriptEnabled: false })).newPage();
  const pages = [];
  const payUrl = await walk(page, async (where) => pages.push(where));
  assert.equal(pages.length, 12);
  assert.match(payUrl, /\/pay\/inv_/);
});

test("the language is changed on any page and stays", async () => {
  const page = await (await browser.visitor()).newPage();
  await choose(page, shop);
  await page.getByRole("link", { name: "Қазақша" }).click();
  await page.getByRole("button", { name: WORDS.kk.submit }).waitFor();
  assert.ok(await page.inputValue("[name=offer]"), "the choice is kept");
  await page.goto(`${shop.address}/b/${shop.demo.buttonId}`);
  assert.equal(await page.getAttribute("html", "lang"), "kk");
});

test("no page has complained", () => assert.deepEqual(browser.complaints, []));
