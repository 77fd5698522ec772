import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { englishHolidays } from './build/english-holidays.ts'
import { hashOfSources } from './electron/hash-of-sources.ts'
import packageJson from './package.json' with { type: 'json' }

const at = (path: string): string => resolve(import.meta.dirname, path)

const shipped = Object.keys(packageJson.dependencies)

/** What was learned from a history is kept for the code that learned it. While sources change under a running build, nothing is kept. */
const learning = process.argv.includes('--watch')
  ? null
  : hashOfSources(import.meta.dirname, ['shared', 'electron/backend'])

export default defineConfig({
  main: {
    define: { COVERCAST_LEARNING: JSON.stringify(learning) },
    // Its build for Node declares a `require` of its own, which a bundle has already; what it is used for needs no threads.
    resolve: { alias: { fflate: 'fflate/browser' } },
    plugins: [englishHolidays()],
    build: {
      // What ships is bundled, but for the driver with a binary of its own.
      externalizeDeps: { exclude: shipped.filter((name) => name !== 'better-sqlite3') },
      // Source maps keep stack traces in the log readable.
      sourcemap: true,
      rollupOptions: {
        input: {
          main: at('electron/main.ts'),
          cli: at('electron/cli.ts'),
          'data-worker': at('electron/data-worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      // A sandboxed preload script cannot be a module.
      rollupOptions: {
        input: { preload: at('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      minify: true,
      rollupOptions: { input: { index: at('renderer/index.html'), print: at('renderer/print.html') } },
    },
  },
})
