import { buildIfStale } from '../../electron/build-if-stale.ts'

/** Vitest's global setup: tests start worker threads and commands as they are shipped, from out/, built from the sources as they stand. */
export function setup(): void {
  buildIfStale()
}
