// What every page must keep, whatever stands on it.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { foreignTexts } from "./language.mjs";

const AXE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const FINGER_PX = 44;

/** All rules of accessibility that a program can judge, best practices too. */
const breaches = async (page) => {
  await page.evaluate(AXE);
  const result = await page.evaluate(() => globalThis.axe.run());
  return result.violations.map((violation) => `${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target.join(" ")).join("; ")}`);
};

/** Everything that is pressed and stands by itself; links within a sentence are excepted. */
const smallTargets = (page) => page.evaluate((least) =>
  [...document.querySelectorAll("button, a.button, a.secondary, a.who, .languages a, select, input:not([type=hidden], [type=radio], [type=checkbox]), label.offer, summary, .states a")]
    .map((element) => ({ height: element.getBoundingClientRect().height, name: element.textContent.trim() || element.name }))
    .filter((target) => target.height > 0 && target.height < least)
    .map((target) => `only ${target.height} px high: ${target.name}`), FINGER_PX);

const overflow = (page) => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth ? [`${scrollWidth} px wide in a window of ${clientWidth}`] : [];
});

/** The policy forbids them, so they would do nothing: whoever writes one has not looked. */
const inlineCode = (page) => page.evaluate(() =>
  [...document.querySelectorAll("script:not([src]), style, [style], [onclick], [onload], [onsubmit], a[href^='javascript:']")]
    .map((element) => `inline code: ${element.outerHTML.slice(0, 80)}`));

export const faultsOf = async (page) => [
  ...(await foreignTexts(page)),
  ...(await overflow(page)),
  ...(await smallTargets(page)),
  ...(await inlineCode(page)),
  ...(await breaches(page)),
];
