import { buildIfStale } from '../../../electron/build-if-stale.ts'

/** Vitest's global setup: what is tested is what the sources say. */
export function setup(): void {
  buildIfStale()
}
