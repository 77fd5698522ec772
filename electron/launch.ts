import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildIfStale } from './build-if-stale.ts'

// A checkout's way to the `covercast` command: builds what is missing or stale, then runs the built command.
try {
  buildIfStale()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
await import(pathToFileURL(join(import.meta.dirname, '..', 'out', 'main', 'cli.js')).href)
