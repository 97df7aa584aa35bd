// Rules A1, A2, A5, A6, A8 and E2: from the button to the licence, with every card and wallet of the sandbox.
import { test } from "node:test";
import assert from "node:assert/strict";
import { look } from "./kit/browser.mjs";
import { CARDS, enterCode, fillIn, goToGateway, newBuyer, order, payBy, placeOrder, seePaid, setPassword } from "./kit/buyer.mjs";
import { findInMail, passwordLink } from "./kit/mail.mjs";
import { closingTests, openStage } from "./kit/stage.mjs";

const YEAR_MINOR = 470_400;
const stage = openStage();

const newPage = async (options) => (await stage.browser.visitor(options)).newPage();

const statuses = async (payUrl) => (await stage.shop.payments(payUrl)).map((payment) => payment.status).sort();

test("from the start page to an active licence, its mail and the account", async () => {
  const { shop } = stage;
  const buyer = newBuyer();
  const page = await newPage();
  await page.goto(`${shop.address}/`);
  await look(page, "start");
  await page.getByRole("link", { name: "Open the demo button" }).click();
  const year = page.locator("label.offer", { hasText: "1 year" }).first();
  await year.getByText(/UAH\s5,880\.00/).waitFor();
  await year.getByText(/−20\s?%/).waitFor();
  await year.getByText(/UAH\s4,704\.00/).waitFor();
  await year.click();
  await page.getByRole("button", { name: "Continue" }).click();

  const [agreement] = await Promise.all([page.context().waitForEvent("page"), page.locator(".consent a").click()]);
  await agreement.getByText(/version 1 of/).waitFor();
  await look(agreement, "agreement");
  await agreement.close();

  await fillIn(page, buyer);
  await page.fill("[name='contact.company']", "Firm & Sons");
  await placeOrder(page);
  await page.getByText("Apple Pay").waitFor();
  const payUrl = page.url();
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  await page.getByText(buyer.portal).waitFor();

  const [placed] = await shop.orders(buyer.email);
  const [consent] = (await shop.api("GET", `/v1/orders/${placed.id}/consents`)).data;
  const [payment] = await shop.payments(payUrl);
  const licence = await shop.licence(buyer.portal);
  assert.deepEqual([placed.status, placed.contact.company, placed.portal], ["paid", "Firm & Sons", buyer.portal]);
  assert.deepEqual([consent.agreementId, consent.version], [shop.demo.agreementId, 1]);
  assert.deepEqual([payment.status, payment.amount.amount], ["succeeded", YEAR_MINOR]);
  assert.equal(licence.status, "active");

  await findInMail(shop, buyer.email, new RegExp(licence.key));
  await setPassword(page, await passwordLink(shop, buyer.email), "four words are enough");
  await page.getByText(licence.key).waitFor();
  await page.getByText("paid", { exact: true }).waitFor();
  await look(page, "account");
});

for (const wallet of ["applePay", "googlePay", "samsungPay"]) {
  test(`${wallet} pays`, async () => {
    const page = await newPage();
    const payUrl = await order(page, stage.shop, newBuyer());
    await goToGateway(page, stage.shop);
    await page.locator(`button[name=wallet][value=${wallet}]`).click();
    await seePaid(page);
    assert.equal((await stage.shop.payments(payUrl))[0].wallet, wallet);
  });
}

for (const [card, words] of [["declined", "The bank has refused the card."], ["poor", "There is not enough money on the card."]]) {
  test(`a ${card} card says why, takes nothing, and another card pays the same invoice`, async () => {
    const buyer = newBuyer();
    const page = await newPage();
    const payUrl = await order(page, stage.shop, buyer);
    await payBy(page, stage.shop, CARDS[card]);
    await page.getByText(words).waitFor();
    await look(page, "declined");
    assert.equal(await stage.shop.licence(buyer.portal), undefined);

    await payBy(page, stage.shop, CARDS.good);
    await seePaid(page);
    assert.deepEqual(await statuses(payUrl), ["declined", "succeeded"]);
  });
}

test("3-D Secure takes the right code after a wrong one", async () => {
  const page = await newPage();
  const payUrl = await order(page, stage.shop, newBuyer());
  await payBy(page, stage.shop, CARDS.secure);
  await enterCode(page, "000000");
  await page.locator("#code-fault").getByText("That is not the code.").waitFor();
  await look(page, "secure");
  await enterCode(page, "123456");
  await seePaid(page);
  assert.deepEqual(await statuses(payUrl), ["succeeded"]);
});

test("3-D Secure declines after three wrong codes", async () => {
  const page = await newPage();
  const payUrl = await order(page, stage.shop, newBuyer());
  await payBy(page, stage.shop, CARDS.secure);
  for (const code of ["000000", "111111", "222222"]) {
    await enterCode(page, code);
  }
  await page.getByText("The bank could not confirm that it is you.").waitFor();
  assert.deepEqual(await statuses(payUrl), ["declined"]);
});

test("a card that is kept for later pays now", async () => {
  const page = await newPage();
  await order(page, stage.shop, newBuyer());
  await payBy(page, stage.shop, CARDS.later);
  await seePaid(page);
});

test("whoever turns back at the gateway's page has paid nothing and may pay later", async () => {
  const page = await newPage();
  await order(page, stage.shop, newBuyer());
  await goToGateway(page, stage.shop);
  await page.locator("button[name=action][value=cancel]").click();
  await page.getByText("You have cancelled the payment.").waitFor();
  await payBy(page, stage.shop, CARDS.good);
  await seePaid(page);
});

test("E2: the commission is a line of its own before paying, and the merchant gets the full price", async () => {
  const { shop } = stage;
  await shop.api("PATCH", "/v1/settings", { surchargeBasisPoints: { sandbox: 250 } });
  try {
    const page = await newPage();
    const payUrl = await order(page, shop, newBuyer(), 1);
    await page.getByText("Commission of the payment service").waitFor();
    await page.getByRole("button", { name: /Pay UAH\s502\.57/ }).waitFor();
    await look(page, "commission");
    await payBy(page, shop, CARDS.good);
    await seePaid(page);
    const [payment] = await shop.payments(payUrl);
    assert.deepEqual([payment.amount.amount, payment.surcharge.amount], [49_000, 1_257]);
  } finally {
    await shop.api("PATCH", "/v1/settings", { surchargeBasisPoints: {} });
  }
});

closingTests(stage);
