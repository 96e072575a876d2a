/** Looks for a text that must not be somewhere, in every form in which it could be there. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The text as bytes: plain, UTF-16, base64 at each of its three offsets, percent-encoded. */
export function forms(text: string): Buffer[] {
  const plain = Buffer.from(text);
  // The first and last characters depend on what stands beside the text.
  const base64 = [0, 1, 2].map((offset) =>
    Buffer.concat([Buffer.alloc(offset), plain])
      .toString('base64')
      .replace(/=*$/, '')
      .slice(4, -4),
  );
  return [
    plain,
    Buffer.from(text, 'utf16le'),
    ...base64.map((form) => Buffer.from(form)),
    Buffer.from(encodeURIComponent(text)),
  ];
}

/** Whether the text is in here in any form. */
export function isIn(place: Buffer | string, text: string): boolean {
  const bytes = typeof place === 'string' ? Buffer.from(place) : place;
  return forms(text).some((form) => bytes.includes(form));
}

/** The files below a folder that hold the text. */
export function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => isIn(readIfThere(file), text));
}

/** The arguments and environments of all programs whose home is this folder. */
export function processes(home: string): { name: string; text: Buffer }[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    const environment = readIfThere(`/proc/${id}/environ`);
    if (!environment.includes(`HOME=${home}\0`)) return [];
    const name = readIfThere(`/proc/${id}/comm`).toString().trim();
    return [{ name, text: Buffer.concat([readIfThere(`/proc/${id}/cmdline`), environment]) }];
  });
}

/** Empty when the file, or the program, is gone meanwhile. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
