/** The page's own base styles, so that every test sees real sizes, colours and focus rings. */
import '$lib/design/base.css';
import { afterEach } from 'vitest';
import { applyTheme } from '$lib/design/theme';

afterEach(() => {
  applyTheme('system');
  document.documentElement.style.fontSize = '';
});
