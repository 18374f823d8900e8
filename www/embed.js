// The page inside a frame: takes what its address asks for, tells the page around it how tall it is
// and which kind of page is shown, and keeps what it needs to work without a network.
//
// Nothing that is answered is told: a message has a height, or the name of an event.
import "./offline.js";

const element = document.querySelector("wicket-gate");
const asked = new URL(location.href).searchParams;

// Not the rules: whoever sends a link must not choose the law that is shown.
for (const name of ["lang", "heading-level", "start-subject"]) {
  const value = asked.get(name);
  if (value !== null) element.setAttribute(name, value);
}
if (asked.get("lang")) document.documentElement.lang = asked.get("lang");

// Who is around cannot be known before it speaks, and a height is no secret.
const tell = (message) => parent.postMessage(message, "*");

if (parent !== window) {
  const height = () => Math.ceil(document.documentElement.getBoundingClientRect().height);
  let told;
  new ResizeObserver(() => {
    if (height() === told) return;
    told = height();
    tell({ type: "wicket-gate-height", height: told });
  }).observe(document.documentElement);
  for (const type of ["wicket-gate-ready", "wicket-gate-step", "wicket-gate-outcome", "wicket-gate-failed"]) {
    element.addEventListener(type, () => tell({ type }));
  }
}
