/** The exports of the program: `loadRules`, whose handle has `determine`, `questions` and `persons`; and `mount`. */
export type Program = typeof import("./widget.js");

/** Fetches and starts the whole program, once for each page, whether or not an element is on it. */
export function ready(): Promise<Program>;

declare global {
  interface HTMLElementTagNameMap {
    "wicket-gate": HTMLElement;
  }
  interface HTMLElementEventMap {
    /** The rules are there and the questions can start. */
    "wicket-gate-ready": CustomEvent<{ title: string; lawAsAt: string; hash: string }>;
    /** A page is shown; never which question, and never an answer. */
    "wicket-gate-step": CustomEvent<{ page: "start" | "question" | "check" | "outcome" | "explore" }>;
    /** A result is shown; never which. */
    "wicket-gate-outcome": CustomEvent<Record<string, never>>;
    /** The page's own content inside the element is shown instead. */
    "wicket-gate-failed": CustomEvent<{ message: string }>;
  }
}
