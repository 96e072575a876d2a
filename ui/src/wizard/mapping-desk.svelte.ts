/**
 * One mapping being worked on: its lists, its rows, what is decided of them. Every decision is saved by the program before it is shown;
 * nothing is kept here alone.
 */
import type {
  Decided,
  Deciding,
  ExportFormat,
  Exported,
  KeptList,
  ListColumn,
  ListPreview,
  MappingRow,
  MappingView,
  ReaderReply,
  SuggestionClass,
} from '$lib/backend';
import { Announcer } from '$lib/announcer';
import { text } from '$lib/text';
import { MappingRows } from './mapping-rows.svelte';
import { MappingRunner, type Done } from './mapping-run.svelte';
import type { Wizard } from './wizard.svelte';

const words = text.mapping;

export class MappingDesk {
  view = $state.raw<MappingView | null>(null);
  /** A list that was opened and waits for its columns to be named. */
  preview = $state.raw<ListPreview | null>(null);
  /** What became of the list that was brought last. */
  kept = $state.raw<KeptList | null>(null);
  /** What is wrong with the address or the key of the vendor's API. */
  readerProblem = $state<string | null>(null);
  /** What is read out. */
  said = $state('');
  /** What was saved last, and where. */
  saved = $state.raw<Exported | null>(null);
  /** Many rows are being accepted at once. */
  isAccepting = $state(false);

  readonly rows: MappingRows;
  readonly run: MappingRunner;
  readonly #wizard: Wizard;
  readonly #of: { connection: string; mapping: string };
  readonly #announcer = new Announcer((message) => (this.said = message));

  constructor(wizard: Wizard, mapping: string) {
    this.#wizard = wizard;
    this.#of = { connection: wizard.connection, mapping };
    this.rows = new MappingRows(wizard.backend, this.#of);
    this.run = new MappingRunner(wizard.backend);
  }

  /** There is something to map on both sides. */
  get isReady(): boolean {
    const view = this.view;
    if (!view) return false;
    const { halo_list, vendor_list } = view.card;
    return halo_list.rows > 0 && vendor_list.rows > 0;
  }

  async load(): Promise<void> {
    const isLoaded = await this.#wizard.do(async () => {
      this.view = await this.#wizard.call('mapping', this.#of);
    });
    if (!isLoaded) return;
    await this.rows.renew();
    await this.#suggestIfNew();
  }

  leave(): void {
    this.run.leave();
    this.#announcer.stop();
  }

  // The lists

  async readHalo(which: { inactive: boolean; internal: boolean; anew: boolean }): Promise<void> {
    this.kept = null;
    const done = await this.run.start('halo', () =>
      this.#wizard.call('start_halo_list', { ...this.#of, ...which }),
    );
    if (done) await this.#tookRead(done, done.view.card.halo);
    else if (this.run.state.is !== 'running') await this.#seeBegun();
  }

  async readVendor(): Promise<void> {
    this.kept = null;
    const done = await this.run.start('vendor', () => this.#wizard.call('start_vendor_list', this.#of));
    if (done) await this.#tookRead(done, done.view.card.vendor);
  }

  async chooseFile(): Promise<void> {
    await this.#wizard.do(async () => {
      const preview = await this.#wizard.call('choose_vendor_list', this.#of);
      if (preview) await this.#opened(preview);
    });
  }

  /** `true` when the list was taken or waits for its columns. */
  async paste(pasted: string): Promise<boolean> {
    let isOpened = false;
    await this.#wizard.do(async () => {
      const preview = await this.#wizard.call('paste_vendor_list', { ...this.#of, text: pasted });
      await this.#opened(preview);
      isOpened = preview.problem === null;
    });
    return isOpened;
  }

  /** Keeps the list that was opened, with its columns, and with or without a heading. */
  async keep(columns: (ListColumn | null)[], header: boolean): Promise<void> {
    await this.#wizard.do(async () => {
      const kept = await this.#wizard.call('keep_vendor_list', { ...this.#of, columns, header });
      this.kept = kept;
      if (kept.problem !== null) return;
      this.preview = null;
      await this.#tookList(kept.view, kept.view.card.vendor);
    });
  }

  /** The list that was opened is not taken. */
  dropPreview(): void {
    this.preview = null;
    this.kept = null;
  }

  // The vendor's API

  setAddress = (address: string) =>
    this.#reader(() => this.#wizard.call('set_reader_address', { ...this.#of, address }));
  pasteKey = () => this.#reader(() => this.#wizard.call('paste_reader_key', this.#of));
  typeKey = (key: string) => this.#reader(() => this.#wizard.call('type_reader_key', { ...this.#of, key }));
  forgetKey = () => this.#reader(() => this.#wizard.call('forget_reader_key', this.#of));

  // Decisions

  async suggest(): Promise<void> {
    const done = await this.run.start('suggestions', () => this.#wizard.call('start_suggestions', this.#of));
    if (!done) return;
    this.view = done.view;
    const { exact, likely, review } = done.view.card.counts;
    this.#announcer.tellNow(words.run.suggested(exact, likely, review));
    await this.rows.renew();
  }

  /** Decides about one row; `true` when it was saved. */
  async decide(row: MappingRow, decision: Deciding, answer: string): Promise<boolean> {
    const rows = [row.item.id];
    const decided = await this.#decided(() =>
      this.#wizard.call('decide_mapping', { ...this.#of, rows, decision }),
    );
    if (decided && decided.rows > 0) this.say(outcome(row, decision, answer));
    return decided !== null && decided.rows > 0;
  }

  async acceptAll(classes: SuggestionClass[]): Promise<void> {
    this.isAccepting = true;
    try {
      const decided = await this.#decided(() =>
        this.#wizard.call('accept_suggestions', { ...this.#of, classes }),
      );
      if (decided) this.say(words.said.all(decided.rows));
    } finally {
      this.isAccepting = false;
    }
  }

  /** Takes the last step back; the id of the first row it was about. */
  async undo(): Promise<string | null> {
    if (!this.view?.can_undo) return null;
    const decided = await this.#decided(() => this.#wizard.call('undo_mapping', this.#of));
    if (decided) this.say(words.said.undone(decided.rows));
    return decided?.first ?? null;
  }

  /** Takes the step again that was taken back last; the id of the first row it was about. */
  async redo(): Promise<string | null> {
    if (!this.view?.can_redo) return null;
    const decided = await this.#decided(() => this.#wizard.call('redo_mapping', this.#of));
    if (decided) this.say(words.said.redone(decided.rows));
    return decided?.first ?? null;
  }

  /** Read out at once. */
  say(message: string): void {
    this.#announcer.tellNow(message);
  }

  async save(format: ExportFormat): Promise<void> {
    await this.#wizard.do(async () => {
      this.saved = await this.#wizard.call('export_mapping', { ...this.#of, format });
    });
  }

  async #opened(preview: ListPreview): Promise<void> {
    this.kept = null;
    this.preview = preview;
    if (preview.problem === null && preview.certain)
      await this.keep(preview.columns, preview.header !== null);
  }

  /** A list was read to its end; some of its rows may be of no use. */
  async #tookRead({ view, left_out, problems }: Done, name: string): Promise<void> {
    if (left_out > 0) this.kept = { problem: null, left_out, problems, view };
    await this.#tookList(view, name);
  }

  /** A reading was broken off: what it has is kept to go on from. */
  async #seeBegun(): Promise<void> {
    await this.#wizard.do(async () => {
      this.view = await this.#wizard.call('mapping', this.#of);
    });
  }

  async #tookList(view: MappingView, name: string): Promise<void> {
    this.view = view;
    this.say(words.run.read(name));
    await this.rows.renew();
    await this.#suggestIfNew();
  }

  async #suggestIfNew(): Promise<void> {
    if (this.isReady && this.view?.suggested === false) await this.suggest();
  }

  async #reader(ask: () => Promise<ReaderReply>): Promise<void> {
    await this.#wizard.do(async () => {
      const { problem, view } = await ask();
      this.readerProblem = problem;
      this.view = view;
    });
  }

  async #decided(ask: () => Promise<Decided>): Promise<Decided | null> {
    let decided: Decided | null = null;
    await this.#wizard.do(async () => {
      decided = await ask();
      this.view = decided.view;
    });
    if (decided) await this.rows.renew();
    return decided;
  }
}

function outcome(row: MappingRow, decision: Deciding, answer: string): string {
  const { said } = words;
  switch (decision.what) {
    case 'accept':
    case 'accept-suggestion':
      return said.accepted(row.item.name, answer);
    default:
      return said[decision.what](row.item.name);
  }
}
