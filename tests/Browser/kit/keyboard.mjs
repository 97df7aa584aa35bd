// Somebody who has no mouse.
import assert from "node:assert/strict";

const PRESSES = 80;

/** Presses Tab until it stands on what is looked for, which must show that. */
export const focusOn = async (page, selector) => {
  for (let presses = 0; presses < PRESSES; presses++) {
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
