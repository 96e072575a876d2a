/** Tells the shell when the first page is on the screen with its own type, so that the window never shows anything half-made. */
import type { Backend } from '$lib/backend';

const FONT_WAIT_MS = 300;

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const limit = () => new Promise((resolve) => setTimeout(resolve, FONT_WAIT_MS));

/** A hidden window gets no animation frames on some systems: waiting for them has a limit too. */
export async function tellPainted(backend: Backend): Promise<void> {
  const drawn = frame().then(frame);
  await Promise.race([Promise.all([document.fonts.ready, drawn]), limit()]);
  await backend.call('page_painted', {});
}
