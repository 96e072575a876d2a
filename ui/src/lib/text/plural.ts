/** Numbers in sentences. */
const rules = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** "1 check", "1,204 checks". */
export function count(amount: number, forms: { one: string; other: string }): string {
  return `${numbers.format(amount)} ${rules.select(amount) === 'one' ? forms.one : forms.other}`;
}

/** "Projects, Finance and Sales". */
export function list(names: string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names);
}
