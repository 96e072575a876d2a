/**
 * A real window of the program, driven through WebKit's own driver.
 *
 * One driver process per window: a driver keeps a single session well. `TAURI_WEBVIEW_AUTOMATION`
 * makes the program accept being driven; without it the driver starts the program and leaves it behind.
 */
import { createServer } from 'node:net';
import { once } from 'node:events';

import { Builder, By, type WebDriver, type WebElement } from 'selenium-webdriver';

import { Running } from './process.ts';

const FIND_LIMIT_MS = 15_000;

export class Window {
  /** The driver's session, for what the methods here do not cover. */
  readonly driver: WebDriver;
  readonly #process: Running;

  private constructor(driver: WebDriver, process: Running) {
    this.driver = driver;
    this.#process = process;
  }

  /** Starts the program with these arguments and waits for its window. `name` is what the program calls itself. */
  static async open(
    binary: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    name = 'wry',
  ): Promise<Window> {
    const port = await freePort();
    const process = new Running({
      command: 'WebKitWebDriver',
      arguments: [`--port=${port}`],
      env: { ...env, TAURI_WEBVIEW_AUTOMATION: 'true' },
    });
    try {
      const address = `http://127.0.0.1:${port}`;
      await process.until(() => answers(`${address}/status`));
      const driver = await new Builder()
        .usingServer(address)
        .withCapabilities({
          browserName: name,
          'webkitgtk:browserOptions': { binary, args: [...args] },
        })
        .build();
      return new Window(driver, process);
    } catch (error) {
      await process.stop();
      throw error;
    }
  }

  /** All that the program has written to its streams so far. */
  get written(): string {
    return this.#process.written;
  }

  /** The element with this CSS selector, once it is there and visible. */
  async find(selector: string): Promise<WebElement> {
    const shown = async (): Promise<WebElement | undefined> => {
      const [element] = await this.driver.findElements(By.css(selector));
      // The page may draw it anew between being found and being looked at.
      const isShown = await element?.isDisplayed().catch(() => false);
      return isShown === true ? element : undefined;
    };
    const element = await this.driver.wait(shown, FIND_LIMIT_MS);
    if (element === undefined) throw new Error(`nothing is shown at ${selector}`);
    return element;
  }

  /** Presses the button, link or summary with exactly these words. */
  async press(words: string): Promise<void> {
    const quoted = JSON.stringify(words);
    const place = By.xpath(`//*[self::button or self::a or self::summary][normalize-space()=${quoted}]`);
    let last: unknown = 'there is none';
    const pressed = async (): Promise<boolean> => {
      try {
        const element = await this.driver.findElement(place);
        if (!(await element.isDisplayed()) || !(await element.isEnabled())) return false;
        await this.driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
        await element.click();
        return true;
      } catch (why) {
        // The page may draw it anew between being found and being pressed.
        last = why;
        return false;
      }
    };
    await this.driver.wait(pressed, FIND_LIMIT_MS).catch(() => {
      throw new Error(`"${words}" could not be pressed: ${String(last)}`);
    });
  }

  /** Waits until the page's main heading reads like this. */
  async heading(words: string | RegExp): Promise<void> {
    const expected =
      typeof words === 'string' ? (text: string) => text === words : (text: string) => words.test(text);
    let last = 'no heading';
    const reads = async (): Promise<boolean> => {
      const headings = await this.driver.findElements(By.css('h1'));
      // A heading may be replaced between being found and being read.
      last = (await headings[0]?.getText().catch(() => undefined)) ?? last;
      return expected(last);
    };
    await this.driver.wait(reads, FIND_LIMIT_MS).catch(() => {
      throw new Error(`the heading is "${last}", not ${String(words)}`);
    });
  }

  /**
   * A picture of the window as PNG.
   *
   * The driver's pictures are one frame old, so two frames are waited for first.
   */
  async picture(): Promise<Buffer> {
    await this.driver.executeAsyncScript(
      'const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));',
    );
    return Buffer.from(await this.driver.takeScreenshot(), 'base64');
  }

  /** Ends the session, which closes the program, and then the driver. */
  async close(): Promise<void> {
    try {
      await this.driver.quit();
    } finally {
      await this.#process.stop();
    }
  }
}

async function answers(address: string): Promise<true | undefined> {
  return fetch(address).then(
    (reply) => (reply.ok ? true : undefined),
    () => undefined,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
  return address.port;
}
