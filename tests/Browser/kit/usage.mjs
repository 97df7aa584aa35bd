// A service that is paid after use, and customers who have used it for a month and a day.
import { newCustomer, topUpByCard } from "./services.mjs";

export const ADD_ON = "whatsapp";

const hryvnias = (amount) => ({ amount, currency: "UAH" });

/** A tariff with a meter of each kind; answers its id. What a balance does not cover is asked for by an invoice. */
export const openUsage = async (shop) => {
  const products = { uk: "Відділ продажів", en: "Sales desk", ru: "Отдел продаж", kk: "Сату бөлімі" };
  const names = { uk: "За використання", en: "After use", ru: "По использованию", kk: "Пайдаланғанына қарай" };
  const texts = Object.fromEntries(Object.entries(products).map(([language, name]) => [language, { name }]));
  await shop.api("PATCH", "/v1/settings", { balanceBelowZero: false });
  const product = await shop.api("POST", "/v1/products", { name: products.uk, kind: "service", texts });
  const plan = await shop.api("POST", "/v1/plans", {
    productId: product.id, name: names.uk, names, price: hryvnias(30_000), billing: "postpaid", taxRateBasisPoints: 2000,
    usagePrices: [
      { meter: ADD_ON, kind: "addOn", price: hryvnias(6_000) },
      { meter: "users", kind: "daily", price: hryvnias(3_000), included: 2 },
      { meter: "messages", kind: "counted", price: hryvnias(7), included: 100, perUnits: 10 },
    ],
  });
  return plan.id;
};

/** The merchant's own day. */
const dayOf = (instant) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Kyiv" }).format(new Date(instant));

const recordUsage = (shop, service, meter, instant, quantity) =>
  shop.api("POST", `/v1/subscriptions/${service}/usage`, { id: crypto.randomUUID(), meter, day: dayOf(instant), quantity });

/** A customer whose service began now and was used on its first day. Without money a month of it becomes an invoice. */
export const newUser = async (shop, plan, { locale = "en", money = 100_000 } = {}) => {
  const customer = await newCustomer(shop, locale);
  if (money > 0) await topUpByCard(shop, customer, money);
  const service = await shop.api("POST", "/v1/subscriptions", { customerId: customer, planId: plan, addOns: [ADD_ON] });
  await recordUsage(shop, service.id, "users", service.createdAt, 5);
  await recordUsage(shop, service.id, "messages", service.createdAt, 12_345);
  return { customer, service };
};

/** The month ends for everyone; then each uses the service again, and something of the month before is told late. */
export const turnMonth = async (shop, users) => {
  const { dueAt } = await shop.api("GET", `/v1/subscriptions/${users.at(-1).service.id}/usage`);
  await shop.api("POST", "/v1/test-clock", { to: dueAt });
  for (const { service } of users) {
    await recordUsage(shop, service.id, "users", dueAt, 4);
    await recordUsage(shop, service.id, "messages", service.createdAt, 555);
  }
};
