/**
 * The state of the page: where one is, the connection that is open, and what could not be done. Pages read it and call it; nobody else
 * changes it. What is saved is saved by the program behind the page at every call; nothing is kept here alone.
 */
import {
  CommandFailed,
  type AppInfo,
  type Backend,
  type Colours,
  type CommandName,
  type ConnectionView,
  type FailureCode,
  type Reply,
  type Request,
} from '$lib/backend';
import { applyTheme } from '$lib/design/theme';
import { SvelteMap } from 'svelte/reactivity';
import { findPage, pageTick, resume, type Route } from './route';

/** Something Halyard could not do, with the way to try it once more. */
export interface Failure {
  code: FailureCode;
  message: string;
  again: () => void;
}

export class Wizard {
  route = $state.raw<Route>({ at: 'starting' });
  info = $state.raw<AppInfo | null>(null);
  view = $state.raw<ConnectionView | null>(null);
  failure = $state.raw<Failure | null>(null);

  readonly backend: Backend;
  /** Ticks on their way to being saved. */
  readonly #ticking = new SvelteMap<string, boolean>();
  /** Ticks are saved one after another: the last one said is the last one kept. */
  #saving: Promise<unknown> = Promise.resolve();

  constructor(backend: Backend) {
    this.backend = backend;
  }

  call<K extends CommandName>(name: K, request: Request<K>): Promise<Reply<K>> {
    return this.backend.call(name, request);
  }

  /** Does something that asks the program. A failure is shown on the page; `true` when it worked. */
  async do(action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      this.failure = null;
      return true;
    } catch (thrown) {
      if (!(thrown instanceof CommandFailed)) throw thrown;
      this.failure = { code: thrown.code, message: thrown.message, again: () => void this.do(action) };
      return false;
    }
  }

  /** The id of the open connection; pages of a connection are only shown with one open. */
  get connection(): string {
    if (!this.view) throw new Error('a page of a connection is only shown with a connection open');
    return this.view.id;
  }

  /** The first page: the one on which the last connection was left, the list, or a welcome. */
  start(): Promise<boolean> {
    return this.do(async () => {
      const info = await this.call('app_info', {});
      this.info = info;
      applyTheme(info.theme.colours);
      if (info.last_connection === null) this.route = { at: 'connections' };
      else {
        this.view = await this.call('connection', { connection: info.last_connection });
        this.route = resume(this.view);
      }
    });
  }

  create(profile: string): Promise<boolean> {
    return this.do(async () => {
      this.view = await this.call('create_connection', { profile });
      this.route = { at: 'hub' };
    });
  }

  open(connection: string): Promise<boolean> {
    return this.do(async () => {
      this.view = await this.call('connection', { connection });
      this.route = { at: 'hub' };
    });
  }

  /** Opens a profile file that the admin chooses, or the last one again, and shows what came of it. */
  openProfileFile(again: boolean): Promise<boolean> {
    return this.do(async () => {
      const opened = await this.call('open_profile_file', { again });
      // Nothing was chosen: the page stays.
      if (opened.file === null) return;
      const turn = this.route.at === 'profile-file' ? this.route.turn + 1 : 0;
      this.leave({ at: 'profile-file', opened, turn });
    });
  }

  /** Keeps the profile that is shown and goes to its page. */
  keepProfile(number: number): Promise<boolean> {
    return this.do(async () => {
      const { profile } = await this.call('keep_profile', { number });
      // In the practice tenant there are credentials for it from now on.
      this.info = await this.call('app_info', {});
      this.leave({ at: 'product', profile });
    });
  }

  /** Leaves the connection for one of the pages before there is one. */
  leave(route: Route): void {
    this.view = null;
    this.#show(route);
  }

  /** Goes to a page of the open connection, or to its hub, and remembers it. */
  goTo(page: string | null): Promise<boolean> {
    this.#show(page === null ? { at: 'hub' } : { at: 'page', page });
    const { connection } = this;
    return this.do(() => this.call('go_to', { connection, place: page }));
  }

  /** Goes to the hub and fetches how the tasks stand now. */
  async toHub(): Promise<void> {
    await this.goTo(null);
    const { connection } = this;
    await this.do(async () => (this.view = await this.call('connection', { connection })));
  }

  /** Continue: the page is gone past, and the next of the task comes, or the hub. */
  async pass(page: string): Promise<void> {
    if (!(await this.tick([pageTick(page)], true))) return;
    const next = this.view && findPage(this.view, page)?.next;
    await this.goTo(next?.id ?? null);
  }

  /** Back, strictly inside the task. */
  async back(page: string): Promise<void> {
    const previous = this.view && findPage(this.view, page)?.previous;
    await (previous ? this.goTo(previous.id) : this.toHub());
  }

  openHelp(): void {
    if (this.route.at !== 'help') this.#show({ at: 'help', from: this.route });
  }

  closeHelp(): void {
    if (this.route.at === 'help') this.#show(this.route.from);
  }

  isTicked(key: string): boolean {
    return this.#ticking.get(key) ?? this.view?.ticks.includes(key) ?? false;
  }

  /** Ticks at once for the eye, and saves one after another. What could not be saved is taken back. */
  tick(keys: string[], done: boolean): Promise<boolean> {
    const { connection } = this;
    for (const key of keys) this.#ticking.set(key, done);
    const saved = this.#saving.then(() =>
      this.do(async () => {
        for (const key of keys) this.update(await this.call('tick', { connection, key, done }));
      }),
    );
    this.#saving = saved;
    return saved.finally(() => {
      for (const key of keys) this.#ticking.delete(key);
    });
  }

  /** Takes a newer view of the connection, unless another one is open by now. */
  update(view: ConnectionView): void {
    if (this.view?.id === view.id) this.view = view;
  }

  setColours(colours: Colours): Promise<boolean> {
    return this.do(async () => {
      if (this.info) this.info = { ...this.info, theme: { colours } };
      applyTheme(colours);
      await this.call('set_theme', { colours });
    });
  }

  /** Copies a value; `false` when the clipboard could not be used. */
  async copy(value: string): Promise<boolean> {
    try {
      await this.call('copy_text', { text: value });
      return true;
    } catch (thrown) {
      if (thrown instanceof CommandFailed) return false;
      throw thrown;
    }
  }

  /** Opens a page of the plan in the browser. */
  openLink(link: string, profile: string | null = null): Promise<boolean> {
    const connection = profile === null ? this.connection : null;
    return this.do(() => this.call('open_link', { connection, profile, link }));
  }

  #show(route: Route): void {
    this.failure = null;
    this.route = route;
  }
}
