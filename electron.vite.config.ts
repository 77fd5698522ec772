import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      // Source maps keep stack traces in the log readable.
      sourcemap: true,
      rollupOptions: { input: { cli: at('electron/cli.ts'), 'data-worker': at('electron/data-worker.ts') } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: { rollupOptions: { input: { index: at('renderer/index.html') } } },
  },
})
