import { readFileSync } from 'node:fs'
import { AppError } from '../../shared/foundation/errors.ts'
import { readSample } from '../support/rosters/describe-roster.ts'

// Reads one roster in a process of its own, and prints what became of it and the memory it took.
const bytes = readFileSync(process.argv[2]!)
const started = performance.now()
const read = await readSample({ name: 'roster', like: '', bytes: () => bytes, shifts: [] }).catch((error: unknown) => {
  if (error instanceof AppError) return error
  throw error
})
const took = performance.now() - started
const isRefused = read instanceof AppError
process.stdout.write(
  JSON.stringify({
    failure: isRefused ? `${read.message} ${read.next ?? ''}`.trim() : null,
    shifts: isRefused ? 0 : read.shifts.length,
    notUnderstood: isRefused ? [] : read.notUnderstood.slice(0, 3),
    memory: Math.round(process.resourceUsage().maxRSS / 1024),
    took,
  }),
)
