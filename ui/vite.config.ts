import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Two pages are built from here: the wizard (`ui/dist`, shipped) and, with `--mode gallery`, the gallery of components
 * (`ui/dist-gallery`, for tests and for looking; never shipped). The gallery is listed nowhere in the wizard's build.
 */
export default defineConfig(({ mode }) => ({
  plugins: [svelte()],
  resolve: { alias: { $lib: at('./src/lib') } },
  server: { port: 1420, strictPort: true, host: '127.0.0.1' },
  clearScreen: false,
  build: {
    outDir: mode === 'gallery' ? 'dist-gallery' : 'dist',
    emptyOutDir: true,
    target: ['es2022', 'safari16', 'chrome111'],
    // The page's policy has `font-src 'self'`: nothing may turn into a data: address.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: at(mode === 'gallery' ? './gallery.html' : './index.html') },
  },
}));
