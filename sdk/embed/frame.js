// Runs inside the payment tab: tells the page around it how high it is, so that no second scroll bar appears.
(() => {
  "use strict";
  if (window.parent === window) return;
  const tell = () => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    window.parent.postMessage({ type: "billing:height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
})();
