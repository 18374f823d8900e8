/** What the element asks of the program. */
export interface MountOptions {
  /** Where the manifest of the rule files is. */
  rules: string;
  lang?: string;
  /** The level of the heading of each page, 1 to 6. */
  headingLevel?: number;
  startSubject?: string;
  /** `fragment` where the answers of a link in the page's own address may be taken. */
  history?: string;
  /** The address of the page that stands alone, to which links with answers lead. */
  page?: string;
  /** Where the guide is that is printed from the same rules, by `https` or `http`. */
  guide?: string;
}

/** What is told of each page where the browser's history and the address of the page are the check's. */
export interface Address {
  /** Puts a page into the history, or in the place of the present entry. */
  show(turn: number, place: string, depth: number, answers: string, replace: boolean): void;
  /** Names the page in the title of the document; empty for the start page. */
  title(page: string): void;
  back(): void;
}

export interface RuleSource {
  /** Its path below the folder of rules, such as `objectives/one.gate`. */
  name: string;
  text: string;
}

export interface RulesLoaded {
  ok: boolean;
  diagnostics: Diagnostic[];
  /** How many more mistakes there are than are told. */
  more: number;
  /** Only where `ok`. Call `free()` on it when it is no longer needed. */
  handle?: RulebookHandle;
}

export interface Diagnostic {
  file: string;
  line: number;
  severity: "error" | "warning";
  code: string;
  message: string;
  help: string | null;
  /** All of it as text, with the place marked. */
  rendered: string;
}

export type ProposedPerson =
  | string
  | { is: string; name?: string }
  | { "provider-to": string }
  | { "not-listed": string };

export type ProposedAnswer =
  | boolean
  | string
  | string[]
  | { [option: string]: boolean | "unknown" };

export interface Proposal {
  /** The day of the share, such as `2019-03-01`; today without one. */
  on?: string;
  legs: {
    discloser?: ProposedPerson | null;
    recipient?: ProposedPerson | null;
    answers?: { [question: string]: ProposedAnswer };
  }[];
  answers?: { [question: string]: ProposedAnswer };
}

export type Outcome = "Fits" | "DoesNotFit" | "NeedsAdvice" | "Undecided" | "Mixed";

export interface ProvisionCited {
  provision: string;
  citation: string;
  link: string;
}

export interface Finding extends ProvisionCited {
  condition: string;
  title: string;
  also: ProvisionCited[];
  truth: "met" | "not-met" | "unsettled" | "unknown";
  because: string;
  kind: string;
  answers: { question: string; option: string | null; answer: string }[];
  open: string[];
}

export interface GatewayDetermination {
  gateway: string;
  objective: string | null;
  title: string;
  outcome: Outcome;
  kind: string | null;
  kinds: string[];
  reasons: Finding[];
  caveats: { id: string; text: string; limit: boolean; provisions: ProvisionCited[] }[];
  unsettled: { id: string; text: string; says: string; ask: string; provisions: ProvisionCited[] }[];
  open: string[];
}

export interface Determination {
  rulebook: { title: string; "law-as-at": string | null; hash: string };
  on: string;
  outcome: Outcome;
  legs: {
    discloser: ProposedPerson | null;
    recipient: ProposedPerson | null;
    "discloser-name": string | null;
    "recipient-name": string | null;
    outcome: Outcome;
    gateways: GatewayDetermination[];
  }[];
  open: string[];
  /** A bound on how many questions may still be asked. */
  "at-most": number;
}

export interface Question {
  id: string;
  scope: "proposal" | "leg" | "discloser" | "recipient";
  kind: "yes-no" | "choice" | "several" | "person" | "date";
  text: string;
  hint: string | null;
  options: { id: string; text: string }[];
  provision: string | null;
  group: string | null;
}

export interface Person {
  id: string;
  schedule: string;
  paragraph: string;
  part: string;
  name: string;
  also: string[];
  from: string;
  until: string | null;
  class: boolean;
  providers: boolean;
  limits: string[];
  objectives: string[];
  unsettled: string[];
  doubts: string[];
}
