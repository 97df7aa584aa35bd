// Finds what stands on a page in another language than the page's own.
import { readFileSync } from "node:fs";

const CODES = ["uk", "en", "ru", "kk"];

/** Names, and what the demo merchant calls itself and its agreement, in whatever language it does. */
const NAMES = ["Студія «Обрій»", "Bitrix24", "CRM", "Apple Pay", "Google Pay", "Samsung Pay", "SHA-256"];

/** Letters that only other alphabets have. */
const STRANGE_LETTERS = {
  uk: /[ыэъёәғқңөұүһ]/i,
  en: /\p{Script=Cyrillic}/iu,
  ru: /[іїєґәғқңөұүһ]/i,
  kk: /[їєґ]/i,
};

const ADDRESSES = /\S+@\S+|https?:\S+|\S+\.(?:eu|ua|example|com)\b/g;
const ENGLISH_WORDS = /[a-z]{3,} [a-z]{3,}/i;

const leaves = (node) => (typeof node === "string" ? [node] : Object.values(node).flatMap(leaves));

const readTexts = (code) => leaves(JSON.parse(readFileSync(new URL(`../../../templates/texts/pages.${code}.json`, import.meta.url), "utf8")));

/** A text of ours as it stands on a page, whatever has been put into it. */
const patternOf = (text) => new RegExp(`^${text.replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, ".+")}$`);

const OURS = Object.fromEntries(CODES.map((code) => [code, new Set(readTexts(code))]));

/** The texts that the other languages have and this one has not. */
const OTHERS = Object.fromEntries(CODES.map((code) => [
  code,
  CODES.filter((other) => other !== code).flatMap((other) => [...OURS[other]].filter((text) => !OURS[code].has(text) && !/^\W*\{\w+\}\W*$/.test(text)).map(patternOf)),
]));

/** What is read out or seen, but for parts that are marked as another language, and names in code. */
const textsOf = (page) => page.evaluate(() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts = [document.title, ...[...document.querySelectorAll("[aria-label]")].map((element) => element.ariaLabel)];
  while (walker.nextNode()) {
    if (!walker.currentNode.parentElement.closest("code, [lang]:not(html)")) texts.push(walker.currentNode.data);
  }
  return texts.map((text) => text.replace(/[\s\u00a0\u202f]+/g, " ").trim()).filter((text) => text);
});

const isForeign = (text, code) => {
  const words = NAMES.reduce((rest, name) => rest.replaceAll(name, ""), text).replace(ADDRESSES, "");
  return STRANGE_LETTERS[code].test(words) || (code !== "en" && ENGLISH_WORDS.test(words)) || OTHERS[code].some((pattern) => pattern.test(text));
};

export const foreignTexts = async (page) => {
  const code = await page.getAttribute("html", "lang");
  return (await textsOf(page)).filter((text) => isForeign(text, code)).map((text) => `not in ${code}: ${text}`);
};
