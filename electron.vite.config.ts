import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      // Source maps keep stack traces in the log readable.
      sourcemap: true,
      rollupOptions: { input: { main: at('electron/main.ts'), cli: at('electron/cli.ts'), 'data-worker': at('electron/data-worker.ts') } },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A sandboxed preload script cannot be a module.
      rollupOptions: { input: { preload: at('electron/preload.ts') }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: { minify: true, rollupOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } } },
  },
})
