/**
 * Times changes of the page in the real window, for `cargo xtask bench`: it prints `step <ms> <what>` and judges nothing.
 */
import { test } from '../window/fixtures.ts';

/** Presses the first button or link that begins with the words; the time until the next heading has been painted. */
const TIME = `
  const [words, done] = arguments;
  const heading = () => document.querySelector('h1')?.textContent;
  const button = [...document.querySelectorAll('button, a')].find((one) => one.textContent.trim().startsWith(words));
  if (!button) throw new Error('there is no button that begins with "' + words + '"');
  const before = heading();
  const start = performance.now();
  const look = () => {
    if (heading() !== undefined && heading() !== before) {
      requestAnimationFrame(() => done(performance.now() - start));
    } else {
      requestAnimationFrame(look);
    }
  };
  button.click();
  look();
`;

const STEPS = ['Connect a product', 'Moovila', 'Start'];

test('how long a change of the page takes', async ({ desktop }) => {
  const window = await desktop.open(['demo']);
  await window.heading(/\S/);
  for (const words of STEPS) {
    const time = await window.driver.executeAsyncScript<number>(TIME, words);
    console.log(`step ${time.toFixed(1)} ${words}`);
  }
});
