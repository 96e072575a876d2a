const LARGEST = 10_000_000;

/** A number as people type it ("1,204", " 230 "); `null` for nothing, `undefined` for what is no whole number or unbelievably large. */
export function wholeNumber(typed: string): number | null | undefined {
  const plain = typed.replace(/[\s\u200b\ufeff]/g, '');
  if (plain === '') return null;
  if (!/^(\d{1,9}|\d{1,3}([.,'’]\d{3})+)$/.test(plain)) return undefined;
  const number = Number(plain.replace(/\D/g, ''));
  return number <= LARGEST ? number : undefined;
}
