// Reads the mails that the server leaves as files.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { eventually } from "./waiting.mjs";

/** The bodies of a mail, decoded. */
const bodiesOf = (text) => text.split(/^--.*$/m).map((part) => {
  const [head, ...rest] = part.replace(/\r\n/g, "\n").trimStart().split("\n\n");
  const body = rest.join("\n\n");
  return /base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8") : body;
});

const mailsTo = async (shop, email) => {
  const files = await readdir(shop.outbox);
  const mails = await Promise.all(files.filter((file) => file.endsWith(".eml")).map((file) => readFile(join(shop.outbox, file), "utf8")));
  return mails.filter((mail) => mail.toLowerCase().includes(email.toLowerCase())).map((mail) => bodiesOf(mail).join("\n"));
};

/** The first match of a pattern in any mail to that address, once such a mail has come. */
export const findInMail = (shop, email, pattern) => eventually(`a mail to ${email} with ${pattern}`, async () => {
  for (const mail of await mailsTo(shop, email)) {
    const match = mail.match(pattern);
    if (match) return match[0];
  }
  return null;
});

export const passwordLink = (shop, email) => findInMail(shop, email, /http:\/\/[^\s"<]+\/login\/password\/\w+/);

export const loginLink = (shop, email) => findInMail(shop, email, /http:\/\/[^\s"<]+\/login\/link\/\w+/);
