/** Our own icons: strokes on a 20 × 20 grid, drawn in the colour of the text beside them. An icon never stands without a word. */
export const ICONS = {
  tick: 'M4.5 10.5l3.6 3.7 7.4-8.2',
  cross: 'M5.5 5.5l9 9m0-9l-9 9',
  warning: 'M10 3.2L17.6 16.4H2.4zM10 8v3.6M10 14v.1',
  question:
    'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM7.8 8a2.2 2.2 0 114 1.2c-.7.8-1.8 1-1.8 2.2M10 14v.1',
  eye: 'M1.8 10S4.7 4.6 10 4.6 18.2 10 18.2 10 15.3 15.4 10 15.4 1.8 10 1.8 10zM10 12.3a2.3 2.3 0 100-4.6 2.3 2.3 0 000 4.6z',
  unknown: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM6.5 10h7',
  info: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM10 9.2v4.6M10 6.4v.1',
  copy: 'M7.5 7.5h8v9h-8zM12.5 7.5v-4h-8v9h3',
  external: 'M8 4.5H4.5v11h11V12M11 4.5h4.5V9M15.2 4.8L9.5 10.5',
  back: 'M12.5 4.5L7 10l5.5 5.5',
  forward: 'M7.5 4.5L13 10l-5.5 5.5',
  search: 'M9 15a6 6 0 100-12 6 6 0 000 12zM13.5 13.5L17.5 17.5',
  again: 'M16.2 10a6.2 6.2 0 11-1.9-4.5M16.4 2.8v3.4h-3.4',
  lock: 'M4.5 9h11v8h-11zM7 9V6.2a3 3 0 016 0V9',
  clock: 'M10 17.5a7.5 7.5 0 100-15 7.5 7.5 0 000 15zM10 5.8V10l2.8 1.8',
  clipboard: 'M7 4.5H4.5v13h11v-13H13M7 3h6v3.2H7z',
} as const;

export type IconName = keyof typeof ICONS;
