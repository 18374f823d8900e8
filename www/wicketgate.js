// Defines <wicket-gate>. This is the one file that a page names; it finds the others beside itself.
//
// The program knows the words and the law; this file knows neither. It brings program and styles to
// the element, and where it cannot, it leaves the page's own content inside the element on view.

const beside = (name) => new URL(name, import.meta.url);

const attributes = ["rules", "lang", "heading-level", "start-subject", "history", "guide"];

/** An address as the page means it. One that is none stays as it is, and cannot be had, as any that is wrong. */
function absolute(address) {
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : address;
}

let program;
let sheet;

async function fetchOk(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

/** The whole program, for scripts. */
export async function ready() {
  const glue = await begun();
  await glue.whole();
  return glue;
}

/**
 * The first part of the program, fetched once for all elements of the page; it fetches the second
 * by itself. A failure may be tried again.
 */
function begun() {
  program ??= loadProgram().catch((error) => {
    program = undefined;
    throw error;
  });
  return program;
}

async function loadProgram() {
  // Asked for together: neither needs to wait for the other.
  const [glue, wasm] = await Promise.all([
    import("./widget.js"),
    fetchOk(beside("widget_bg.wasm")),
  ]);
  await glue.default({ module_or_path: await compiled(wasm) });
  return glue;
}

/** Compiles while the bytes arrive; a server that sends another type for wasm costs only time. */
async function compiled(response) {
  const type = response.headers.get("content-type") ?? "";
  return type.startsWith("application/wasm")
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

function styles() {
  sheet ??= loadStyles().catch((error) => {
    sheet = undefined;
    throw error;
  });
  return sheet;
}

async function loadStyles() {
  const response = await fetchOk(beside("wicketgate.css"));
  // A constructed sheet is not an inline style, so no page's policy stands in its way.
  const made = new CSSStyleSheet();
  made.replaceSync(await response.text());
  return made;
}

class WicketGate extends HTMLElement {
  static observedAttributes = attributes;

  #handle;
  #address;
  #loading = false;

  constructor() {
    super();
    this.attachShadow({ mode: "open" });
    this.#showFallback();
  }

  connectedCallback() {
    if (!this.#handle && !this.#loading) this.#start();
  }

  disconnectedCallback() {
    // Moving an element takes it out and puts it back in one turn: only what stays out is ended.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  // With this defined, `moveBefore` does not even take the element out.
  connectedMoveCallback() {}

  attributeChangedCallback(_name, before, after) {
    if (this.#handle && before !== after) this.#handle.update(this.#options());
  }

  async #start() {
    this.#loading = true;
    try {
      const asked = this.getAttribute("history") === "fragment";
      const [widget, style, address] = await Promise.all([
        begun(),
        styles(),
        asked && import("./wicketgate-history.js"),
      ]);
      if (!this.isConnected) return;
      this.shadowRoot.adoptedStyleSheets = [style];
      const root = document.createElement("div");
      // govuk-frontend hides conditional content only below this second class.
      root.className = "wg-widget govuk-frontend-supported";
      this.shadowRoot.replaceChildren(root);
      this.#address = address ? address.claim(this) : undefined;
      this.#handle = widget.mount(root, this, this.#options(), this.#address);
      this.#address?.follow(this.#handle);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#loading = false;
    }
  }

  #stop() {
    const handle = this.#handle;
    this.#handle = undefined;
    this.#address?.end();
    this.#address = undefined;
    this.#showFallback();
    if (!handle) return;
    handle.destroy();
    handle.free();
  }

  #showFallback() {
    this.shadowRoot.replaceChildren(document.createElement("slot"));
  }

  #fail(error) {
    this.#showFallback();
    console.warn(`wicket-gate: ${error}`);
    this.dispatchEvent(
      new CustomEvent("wicket-gate-failed", {
        bubbles: true,
        composed: true,
        detail: { message: String(error) },
      }),
    );
  }

  #options() {
    const text = (name) => this.getAttribute(name) ?? undefined;
    const level = Number.parseInt(text("heading-level") ?? "", 10);
    return {
      // Where a page names no rules, the ones published beside the program are meant.
      rules: absolute(text("rules") ?? beside("../rules/manifest.txt").href),
      lang: text("lang"),
      headingLevel: level >= 1 && level <= 6 ? level : undefined,
      startSubject: text("start-subject"),
      history: this.#address && "fragment",
      // Links with answers lead to the page that stands alone, wherever the element is.
      page: beside("../index.html").href,
      guide: text("guide") && absolute(text("guide")),
    };
  }
}

// A page may name this file twice under two addresses; the first one stands.
if (!customElements.get("wicket-gate")) customElements.define("wicket-gate", WicketGate);
