/** The exports of the program: `loadRules`, `determine`, `questions`, `persons`, and `mount`. */
export type Program = typeof import("./widget.js");

/** Fetches and starts the program, once for each page, whether or not an element is on it. */
export function ready(): Promise<Program>;

declare global {
  interface HTMLElementTagNameMap {
    "wicket-gate": HTMLElement;
  }
  interface HTMLElementEventMap {
    "wicket-gate-failed": CustomEvent<{ message: string }>;
  }
}
