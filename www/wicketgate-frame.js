// For pages that show the check in a frame: gives each frame the height of what is in it, and hears
// its events. Without this script a frame keeps the height that the page gave it, and scrolls.
//
//   <iframe data-wicket-gate src="https://example.org/embed.html" title="…" height="900"></iframe>
//   <script type="module" src="https://example.org/wicketgate-frame.js"></script>

const events = ["wicket-gate-ready", "wicket-gate-step", "wicket-gate-outcome", "wicket-gate-failed"];

/** Taller than any page of the check; a message that says more is not ours. */
const TALLEST = 100_000;

addEventListener("message", ({ data, origin, source }) => {
  const frames = [...document.querySelectorAll("iframe[data-wicket-gate]")];
  const frame = frames.find((frame) => frame.contentWindow === source);
  // A frame that went elsewhere is not listened to, even though it is the same frame.
  if (!frame || new URL(frame.src, document.baseURI).origin !== origin) return;
  if (data?.type === "wicket-gate-height") {
    if (data.height > 0 && data.height < TALLEST) frame.height = String(Math.ceil(data.height));
  } else if (events.includes(data?.type)) {
    frame.dispatchEvent(new CustomEvent(data.type, { bubbles: true }));
  }
});
