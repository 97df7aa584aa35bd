// What each file of tests begins and ends with: a shop of its own and a browser; then nothing to complain about, and books that hold.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { startBrowser } from "./browser.mjs";
import { startShop } from "./shop.mjs";

/** Node runs such hooks side by side: whatever else is to be prepared is part of this one. */
export const openStage = (prepare = () => {}) => {
  const stage = {};
  before(async () => {
    stage.shop = await startShop();
    stage.browser = await startBrowser();
    await prepare(stage);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.shop?.close();
  });
  return stage;
};

const sorted = (amounts) => amounts.toSorted((one, other) => one - other);

export const closingTests = (stage) => {
  test("every page that was met speaks one language, fits, can be pressed and is accessible, and nothing had to be stopped", () =>
    assert.deepEqual(stage.browser.complaints, []));

  test("the books are proved, and the gateway's own book has these charges and no other", async () => {
    const { shop } = stage;
    assert.deepEqual((await shop.proof()).checks.filter((check) => !check.holds), []);
    const paid = (await shop.payments()).filter((payment) => payment.status === "succeeded" && payment.method === "gateway");
    assert.deepEqual(sorted(await shop.charges()), sorted(paid.map((payment) => payment.amount.amount + payment.surcharge.amount)));
  });
};
