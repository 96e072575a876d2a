/** Where the things under test are. */
import path from 'node:path';

/** The repository's top folder. */
export const root = path.resolve(import.meta.dirname, '../..');

const built = path.join(process.env['CARGO_TARGET_DIR'] ?? path.join(root, 'target'), 'debug');

/** The program, with the page inside. `HALYARD_BINARY` names another one, such as the release build. */
export const halyard = process.env['HALYARD_BINARY'] ?? path.join(built, 'halyard');

/** The same commands over loopback HTTP. `HALYARD_DEV_HOST` names another one, such as the release build. */
export const devHost = process.env['HALYARD_DEV_HOST'] ?? path.join(built, 'dev-host');

/** The browser that Debian's WebKitGTK brings, in the same engine as the program's window. */
export const webKitBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** A Tauri window with nothing in it. */
export const emptyWindow = path.join(built, 'empty-window');

/** The built page. */
export const page = path.join(root, 'ui/dist');
