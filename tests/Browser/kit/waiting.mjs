import { setTimeout as rest } from "node:timers/promises";

const PATIENCE_MS = 240_000;
const PAUSE_MS = 200;

/** Asks until there is an answer; whoever waits in vain learns for what. */
export const eventually = async (what, ask) => {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    await rest(PAUSE_MS);
  }
  throw new Error(`Waited in vain for ${what}.`);
};
