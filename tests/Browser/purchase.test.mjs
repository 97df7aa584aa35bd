// Rules A1 to A8: from the button to the licence, with every card and wallet of the sandbox.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { picture, startBrowser } from "./kit/browser.mjs";
import { CARDS, choose, enterCard, fillIn, goToGateway, newBuyer, order, payBy, placeOrder, seePaid, setPassword } from "./kit/buyer.mjs";
import { findInMail, passwordLink } from "./kit/mail.mjs";
import { startShop } from "./kit/processes.mjs";

let shop, browser, page;

before(async () => {
  shop = await startShop();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await shop?.close();
});

const visit = async (options) => {
  page = await (await browser.visitor(options)).newPage();
  return page;
};

const licenceOf = async (portal) => (await shop.api("GET", `/v1/licences?portal=${portal}`)).data[0];

const paymentsOf = async (payUrl) => {
  const invoice = payUrl.match(/inv_\w+/)[0];
  return (await shop.api("GET", `/v1/payments?invoiceId=${invoice}`)).data;
};

test("from the start page to an active licence, its mail and the account", async () => {
  const buyer = newBuyer();
  await visit();
  await page.goto(`${shop.address}/`);
  await picture(page, "start");
  await page.getByRole("link", { name: "Open the demo button" }).click();
  await page.getByText(/−20\s?%/).first().waitFor();
  await page.locator("input[name=offer][value$=':12']").first().check();
  await page.getByRole("button", { name: "Continue" }).click();

  const [agreement] = await Promise.all([page.context().waitForEvent("page"), page.locator(".consent a").click()]);
  await agreement.getByText(/version 1 of/).waitFor();
  await picture(agreement, "agreement");
  await agreement.close();

  await fillIn(page, buyer);
  await placeOrder(page);
  await page.getByText("Apple Pay").waitFor();
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
  await page.getByText(buyer.portal).waitFor();

  const licence = await licenceOf(buyer.portal);
  assert.equal(licence.status, "active");
  await findInMail(shop, buyer.email, new RegExp(licence.key));

  await setPassword(page, await passwordLink(shop, buyer.email), "four words are enough");
  await page.getByText(licence.key).waitFor();
  await page.getByText("paid", { exact: true }).waitFor();
  await picture(page, "account");
  assert.deepEqual((await shop.api("GET", "/v1/books/proof")).balanced, true);
});

for (const wallet of ["applePay", "googlePay", "samsungPay"]) {
  test(`${wallet} pays`, async () => {
    const buyer = newBuyer();
    await visit();
    const payUrl = await order(page, shop, buyer);
    await goToGateway(page, shop);
    await page.locator(`button[name=wallet][value=${wallet}]`).click();
    await seePaid(page);
    assert.equal((await paymentsOf(payUrl))[0].wallet, wallet);
  });
}

for (const [card, words] of [["declined", "The bank has refused the card."], ["poor", "There is not enough money on the card."]]) {
  test(`a ${card} card says why, takes nothing, and another card pays the same invoice`, async () => {
    const buyer = newBuyer();
    await visit();
    const payUrl = await order(page, shop, buyer);
    await payBy(page, shop, CARDS[card]);
    await page.getByText(words).waitFor();
    await picture(page, card);
    assert.equal(await licenceOf(buyer.portal), undefined);

    await payBy(page, shop, CARDS.good);
    await seePaid(page);
    assert.deepEqual((await paymentsOf(payUrl)).map((payment) => payment.status).sort(), ["declined", "succeeded"]);
  });
}

test("3-D Secure asks for a code and takes only the right one", async () => {
  await visit();
  await order(page, shop, newBuyer());
  await payBy(page, shop, CARDS.secure);
  await page.fill("[name=code]", "000000");
  await page.locator("form button[type=submit]").first().click();
  await page.fill("[name=code]", "123456");
  await picture(page, "secure");
  await page.locator("form button[type=submit]").first().click();
  await seePaid(page);
});

test("a card that is kept for later pays now", async () => {
  await visit();
  await order(page, shop, newBuyer());
  await payBy(page, shop, CARDS.later);
  await seePaid(page);
});

test("whoever turns back at the gateway's page has paid nothing and may pay later", async () => {
  await visit();
  await order(page, shop, newBuyer());
  await goToGateway(page, shop);
  await page.locator("button[name=action][value=cancel]").click();
  await page.getByText("You have cancelled the payment.").waitFor();
  await payBy(page, shop, CARDS.good);
  await seePaid(page);
});

test("E2: the commission is a line of its own before paying, and the merchant gets the full price", async () => {
  await shop.api("PATCH", "/v1/settings", { surchargeBasisPoints: { sandbox: 250 } });
  try {
    await visit();
    const payUrl = await order(page, shop, newBuyer(), 1);
    await page.getByText("Commission of the payment service").waitFor();
    await page.getByRole("button", { name: /Pay UAH\s502\.57/ }).waitFor();
    await payBy(page, shop, CARDS.good);
    await seePaid(page);
    const [payment] = await paymentsOf(payUrl);
    assert.deepEqual([payment.amount.amount, payment.surcharge.amount], [49_000, 1_257]);
  } finally {
    await shop.api("PATCH", "/v1/settings", { surchargeBasisPoints: {} });
  }
});

test("no page has complained", () => assert.deepEqual(browser.complaints, []));
