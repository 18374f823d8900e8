// The pages of one check as entries of the browser's history, and its answers in the address of the page.
//
// Only where a page asks for it. An address is one check's: of several elements, the first that asks has it.

const KEY = "wicket-gate";

/** Tells the entries of this load of the page from those of an earlier one. */
const run = `${performance.timeOrigin}`;

let owner;

const mine = () => history.state?.[KEY];

/** A fragment that holds answers; any other is the page's own. */
const ANSWERS = /^#on=/;

/** What the program tells of each page; nothing where the address belongs to another element. */
export function claim(element) {
  if (owner) return undefined;
  owner = element;
  return new Address();
}

class Address {
  #title = document.title;
  #last;
  #go;

  /** Puts a page into the history, or in the place of the present entry. */
  show(turn, place, depth, answers, replace) {
    const state = { ...history.state, [KEY]: { run, turn, place, depth } };
    const first = !this.#last;
    const { pathname, search, hash } = location;
    // An entry that is told of again, with nothing answered, keeps the fragment that a link gave it.
    const fragment = replace && !ANSWERS.test(hash) ? hash : "";
    const url = pathname + search + (answers ? `#${answers}` : fragment);
    this.#last = { state, url, answers };
    if (first && depth > 0 && !mine()) {
      // Who comes by a link has the start page behind them.
      history.replaceState({ ...state, [KEY]: { run, turn: -1, place: "start", depth: 0 } }, "", url);
      history.pushState(state, "", url);
    } else if (!first && !replace) {
      history.pushState(state, "", url);
    } else if (first && depth === 0 && !answers) {
      // Where nothing is answered the address stays as it is.
      history.replaceState(state, "");
    } else {
      history.replaceState(state, "", url);
    }
  }

  /** Names the page in the title of the document; the start page has the title to itself. */
  title(page) {
    document.title = page ? `${page} – ${this.#title}` : this.#title;
  }

  back() {
    history.back();
  }

  /** Goes where the history goes, from now on; and at once to the page that was open before a reload. */
  follow(handle) {
    const go = ({ run: of, turn, place, depth }) => handle.go(of === run ? turn : -1, place, depth);
    this.#go = () => {
      const state = mine();
      if (state) go(state);
      else if (ANSWERS.test(location.hash)) location.reload();
      else if (this.#last?.answers) history.replaceState(this.#last.state, "", this.#last.url);
    };
    addEventListener("popstate", this.#go);
    if (mine()) go(mine());
  }

  end() {
    removeEventListener("popstate", this.#go);
    document.title = this.#title;
    owner = undefined;
  }
}
