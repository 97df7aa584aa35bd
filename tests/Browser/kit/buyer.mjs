// What a buyer does, step by step. Every step works by what stands on the page: names of fields, buttons, links.
import { look } from "./browser.mjs";

export const CARDS = {
  good: "4242 4242 4242 4242",
  declined: "4000 0000 0000 0002",
  poor: "4000 0000 0000 9995",
  secure: "4000 0000 0000 3220",
  silent: "4000 0000 0000 0119",
  later: "4000 0000 0000 0341",
};

let buyers = 0;

/** A person whom nobody knows yet, with a portal of their own. */
export const newBuyer = () => {
  const number = `${process.pid}n${++buyers}`;
  return { email: `buyer${number}@firm.example`, portal: `firm${number}.bitrix24.eu` };
};

/** Sends the form of a page: its first button does that. */
export const press = (page) => page.locator("main form button[type=submit]").first().click();

/** From the button's page to the checkout, by an offer of so many months. */
export const choose = async (page, shop, months = 12) => {
  await page.goto(`${shop.address}/b/${shop.demo.buttonId}`);
  await page.locator(`input[name=offer][value$=":${months}"]`).first().check();
  await look(page, "offer");
  await press(page);
  await page.waitForURL(/\/checkout/);
};

export const fillIn = async (page, buyer) => {
  await page.fill("[name='contact.email']", buyer.email);
  await page.fill("[name='fields.portal']", buyer.portal);
  for (const consent of await page.locator("[name=consents]").all()) await consent.check();
};

export const placeOrder = async (page) => {
  await look(page, "checkout");
  await press(page);
};

/** A new order, up to its payment page; answers that page's address. */
export const order = async (page, shop, buyer, months = 12) => {
  await choose(page, shop, months);
  await fillIn(page, buyer);
  await placeOrder(page);
  await page.waitForURL(/\/pay\/inv_/);
  await look(page, "pay");
  return page.url();
};

/** From our payment page to the gateway's. */
export const goToGateway = async (page, shop) => {
  await press(page);
  await page.waitForURL(`${shop.providerAddress}/**`);
};

export const enterCard = async (page, number) => {
  await look(page, "gateway");
  await page.fill("[name=cardNumber]", number);
  await page.fill("[name=expiry]", "12/39");
  await page.fill("[name=cvc]", "123");
  await press(page);
};

/** Answers the bank's question for a code (3-D Secure). */
export const enterCode = async (page, code) => {
  await page.fill("[name=code]", code);
  await press(page);
};

/** The whole way with one card; the page then shows what has become of it. */
export const payBy = async (page, shop, number) => {
  await goToGateway(page, shop);
  await enterCard(page, number);
};

/** Waits for the success page, which may need some questions to the gateway. */
export const seePaid = async (page) => {
  await page.locator(".tick").waitFor();
  await look(page, "paid");
};

/** Sets the password by the mailed link and stands in the account. */
export const setPassword = async (page, link, password) => {
  await page.goto(link);
  await look(page, "password");
  await page.fill("[name=password]", password);
  await press(page);
  await page.waitForURL(/\/account$/);
};

/** From the account to the balance, by card, and back to the balance. */
export const topUp = async (page, shop, amount) => {
  await page.locator(".sections a[href*='/balance']").click();
  await page.locator("#amount").waitFor();
  await look(page, "balance-empty");
  const address = page.url();
  await page.fill("#amount", amount);
  await press(page);
  await page.waitForURL(/\/pay\/inv_/);
  await look(page, "top-up");
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  await page.goto(address);
};

export const logInByLink = async (page, link) => {
  await page.goto(link);
  await look(page, "login-link");
  await press(page);
  await page.waitForURL(/\/account$/);
};
