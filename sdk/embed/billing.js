/*!
 * BillingHeadless embed 1: buy buttons and payment tabs for any web page. No dependencies.
 *
 *   <a data-billing="button" href="https://billing.example.com/b/btn_…">Buy</a>
 *   <a data-billing="tab" href="https://billing.example.com/tab/prd_…?portal=firm.bitrix24.eu">Payment</a>
 *   <script src="https://billing.example.com/embed/billing.js" async></script>
 *
 * Without this script both are plain links that work.
 */
(() => {
  "use strict";

  const STYLE = `
    .billing-button { display: inline-block; box-sizing: border-box; min-height: 44px; padding: 11px 24px; border-radius: 10px;
      background: #1f5fbf; color: #fff; font: 600 16px/22px system-ui, sans-serif; text-decoration: none; text-align: center }
    .billing-button:hover { background: #174a97; color: #fff }
    .billing-button:focus-visible { outline: 3px solid #1f5fbf; outline-offset: 2px }
    .billing-tab { display: block; width: 100%; border: 0; min-height: 160px; color-scheme: light dark }`;
  const MAXIMUM_HEIGHT = 10000;

  const addStyle = () => {
    if (document.getElementById("billing-style")) return;
    const style = document.createElement("style");
    style.id = "billing-style";
    style.textContent = STYLE;
    document.head.append(style);
  };

  // Only the frame itself may say how high it is, and only from the address that the link names.
  const followHeight = (frame, origin) => window.addEventListener("message", (event) => {
    const height = event.data?.type === "billing:height" ? event.data.height : NaN;
    if (event.source === frame.contentWindow && event.origin === origin && height > 0) {
      frame.style.height = `${Math.min(height, MAXIMUM_HEIGHT)}px`;
    }
  });

  const makeTab = (link) => {
    const frame = document.createElement("iframe");
    frame.className = "billing-tab";
    frame.title = link.textContent.trim() || "Payment";
    frame.src = link.href;
    followHeight(frame, new URL(link.href).origin);
    link.replaceWith(frame);
  };

  const start = () => {
    addStyle();
    document.querySelectorAll("a[data-billing='button']").forEach((link) => link.classList.add("billing-button"));
    document.querySelectorAll("a[data-billing='tab']").forEach(makeTab);
  };

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
