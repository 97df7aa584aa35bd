// A merchant's services, and customers who have some.
import { randomUUID } from "node:crypto";
import { press } from "./buyer.mjs";
import { eventually } from "./waiting.mjs";

const MONTHS = [{ months: 1 }, { months: 12, discountBasisPoints: 2000 }];

/** A product with three tariffs, in every language; answers their ids from the cheapest on. */
export const openServices = async (shop) => {
  const texts = { uk: "Лінія месенджера", en: "Messenger line", ru: "Линия мессенджера", kk: "Мессенджер желісі" };
  const product = await shop.api("POST", "/v1/products", {
    name: texts.uk,
    kind: "service",
    texts: Object.fromEntries(Object.entries(texts).map(([language, name]) => [language, { name }])),
  });
  const planOf = async (names, amount, userLimit) => (await shop.api("POST", "/v1/plans", {
    productId: product.id, name: names.uk, names, price: { amount, currency: "UAH" }, userLimit, terms: MONTHS, taxRateBasisPoints: 2000,
  })).id;
  return {
    smallest: await planOf({ uk: "Старт", en: "Start", ru: "Старт", kk: "Бастау" }, 29_000, 1),
    middle: await planOf({ uk: "Команда", en: "Team", ru: "Команда", kk: "Топ" }, 59_000, 10),
    largest: await planOf({ uk: "Мережа", en: "Network", ru: "Сеть", kk: "Желілік" }, 399_000, 100),
  };
};

const CARD = { cardNumber: "4242424242424242", expiry: "12/39", cvc: "123" };

/** Pays as a person does on the gateway's page, without a browser. */
const payByCard = async (shop, invoice) => {
  const { id, nextAction } = await shop.api("POST", `/v1/invoices/${invoice}/payments`, { method: "gateway", gateway: "sandbox" });
  await fetch(nextAction.url, { method: "POST", body: new URLSearchParams(CARD), redirect: "manual" });
  await eventually(`the payment ${id}`, async () => (await shop.api("GET", `/v1/payments/${id}`)).status === "succeeded");
};

const payFromBalance = (shop, invoice) => shop.api("POST", `/v1/invoices/${invoice}/payments`, { method: "balance" });

export const newCustomer = async (shop, locale) =>
  (await shop.api("POST", "/v1/customers", { email: `tenant-${randomUUID()}@firm.example`, locale })).id;

/** Puts money on a customer's balance. */
export const topUpByCard = async (shop, customer, amount) => {
  const topUp = await shop.api("POST", `/v1/customers/${customer}/top-ups`, { amount: { amount, currency: "UAH" } });
  await payByCard(shop, topUp.id);
};

/** A customer with two paid services of the smallest tariff and 1,500.00 on the balance; its invoices are in its language. */
export const newTenant = async (shop, catalogue, locale = "en") => {
  const customer = await newCustomer(shop, locale);
  await topUpByCard(shop, customer, 208_000);
  const services = [];
  for (let i = 0; i < 2; i++) {
    const service = await shop.api("POST", "/v1/subscriptions", { customerId: customer, planId: catalogue.smallest });
    await payFromBalance(shop, service.openInvoiceId);
    services.push(service.id);
  }
  return { customer, services };
};

/** As the merchant's own system sends its people. */
export const enterAccount = async (page, shop, tenant, role = "administrator") => {
  const session = await shop.api("POST", `/v1/customers/${tenant.customer}/sessions`, { role, user: "olena" });
  await page.goto(session.url);
  await press(page);
  await page.waitForURL(/\/account$/);
};
