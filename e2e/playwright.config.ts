/**
 * How the end-to-end tests run.
 *
 * `browser/` opens the page in Chromium; the real commands answer over loopback HTTP (the dev host).
 * `window/` starts the real program in a real window. One runner and one report for both.
 * `cargo xtask test` builds what is tested here before it starts them.
 */
import { defineConfig, type PlaywrightTestOptions, type PlaywrightWorkerOptions } from '@playwright/test';

const chromium: Partial<PlaywrightTestOptions & PlaywrightWorkerOptions> = {
  browserName: 'chromium',
  viewport: { width: 520, height: 820 },
  launchOptions: {
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      // Needed as root; the pages are our own and come from loopback.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  },
};

export default defineConfig({
  outputDir: 'results',
  reporter: [['list']],
  forbidOnly: true,
  retries: 0,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: [
    { name: 'light', testDir: 'browser', use: { ...chromium, colorScheme: 'light' } },
    // What looks the same in both themes is tested once.
    { name: 'dark', testDir: 'browser', grep: /@themes/, use: { ...chromium, colorScheme: 'dark' } },
    // A real window on a virtual screen may come late on a busy machine; what is wrong is so twice.
    { name: 'window', testDir: 'window', timeout: 120_000, retries: 1 },
    // Run by `cargo xtask bench` alone: it measures and judges nothing.
    { name: 'measure', testDir: 'measure', timeout: 120_000 },
  ],
});
