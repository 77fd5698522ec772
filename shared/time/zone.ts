import { IANAZone } from 'luxon'
import { AppError } from '../foundation/errors.ts'
import type { Interval } from '../foundation/interval.ts'
import { DAY_MS, MINUTE_MS } from '../foundation/minutes.ts'

/** An interval [start, end) of epoch milliseconds during which a zone keeps one offset: local time = instant + offsetMs. */
export interface OffsetInterval extends Interval {
  readonly offsetMs: number
}

/** An instant from which a zone keeps an offset. */
interface OffsetChange {
  readonly at: number
  readonly offsetMs: number
}

/** Changes inside one chunk; the first stands at the chunk's start. */
type Chunk = readonly OffsetChange[]

/** Since 1900 no zone has kept an offset for less than six days (Noronha did in October 2000), so no change falls between two probes. */
const PROBE_MS = 4 * DAY_MS
const PROBES_PER_CHUNK = 7
const CHUNK_MS = PROBE_MS * PROBES_PER_CHUNK
/** Zones change their offset on whole seconds. */
const CHANGE_RESOLUTION_MS = 1000

const chunksByZone = new Map<string, Map<number, Chunk>>()

/** Whether a time zone of this name is known here, offsets such as +02:00 too: what was chosen once goes on working. */
export function isTimeZone(timeZone: string): boolean {
  return chunksByZone.has(timeZone) || IANAZone.isValidZone(timeZone)
}

/** What ICU takes for a zone besides IANA's names, each meaning what few expect: BST is Bangladesh's time. */
const ABBREVIATIONS_OF_ICU = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(' '),
)

/** Whether a name is an IANA name or link known here: what a person may choose. Offsets and abbreviations of ICU are not. */
export function isIanaZone(name: string): boolean {
  return /^[a-z]/iu.test(name) && !ABBREVIATIONS_OF_ICU.has(name.toUpperCase()) && isTimeZone(name)
}

/** The zone that a system says it is in; UTC where it says none or one that is not known (an odd TZ variable). */
export function systemZoneOf(reported: string | undefined): string {
  return reported !== undefined && isTimeZone(reported) ? reported : 'UTC'
}

/** Throws AppError 'invalid-input' for a time zone that is not known here. */
export function assertTimeZone(timeZone: string): void {
  if (isTimeZone(timeZone)) return
  throw new AppError({
    code: 'invalid-input',
    message: `"${timeZone}" is not a time zone known here.`,
    next: 'Give an IANA name such as Europe/Berlin or America/New_York.',
  })
}

/** A zone's offset at an instant, in milliseconds east of UTC. Throws AppError 'invalid-input' for an unknown zone. */
export function offsetAt(instant: number, timeZone: string): number {
  return offsetIntervals(timeZone, instant, instant + 1)[0]!.offsetMs
}

/**
 * The intervals of constant offset that make up [from, to), epoch milliseconds, in order; neighbours differ. Empty where from >= to.
 * Remembered per zone, so that asking again is cheap. Throws AppError 'invalid-input' for an unknown zone.
 */
export function offsetIntervals(timeZone: string, from: number, to: number): readonly OffsetInterval[] {
  const chunks = chunksOf(timeZone)
  const intervals: OffsetInterval[] = []
  let start = from
  let offsetMs: number | null = null
  for (let index = Math.floor(from / CHUNK_MS); index * CHUNK_MS < to; index++) {
    for (const change of chunkAt(index, timeZone, chunks)) {
      if (change.at >= to) break
      if (change.at > from && offsetMs !== null && change.offsetMs !== offsetMs) {
        intervals.push({ start, end: change.at, offsetMs })
        start = change.at
      }
      offsetMs = change.offsetMs
    }
  }
  if (offsetMs !== null && start < to) intervals.push({ start, end: to, offsetMs })
  return intervals
}

function chunksOf(timeZone: string): Map<number, Chunk> {
  const known = chunksByZone.get(timeZone)
  if (known) return known
  assertTimeZone(timeZone)
  const chunks = new Map<number, Chunk>()
  chunksByZone.set(timeZone, chunks)
  return chunks
}

function chunkAt(index: number, timeZone: string, chunks: Map<number, Chunk>): Chunk {
  const known = chunks.get(index)
  if (known) return known
  const chunk = probeChunk(index * CHUNK_MS, timeZone)
  chunks.set(index, chunk)
  return chunk
}

function probeChunk(chunkStart: number, timeZone: string): Chunk {
  const zone = IANAZone.create(timeZone)
  const offsetMsAt = (instant: number): number => Math.round(zone.offset(instant) * MINUTE_MS)
  const changes: OffsetChange[] = [{ at: chunkStart, offsetMs: offsetMsAt(chunkStart) }]
  let before = changes[0]!
  for (let probe = 1; probe <= PROBES_PER_CHUNK; probe++) {
    const after = { at: chunkStart + probe * PROBE_MS, offsetMs: offsetMsAt(chunkStart + probe * PROBE_MS) }
    if (after.offsetMs !== before.offsetMs) {
      const change = bisect(before, after, offsetMsAt)
      // A change on the chunk's far edge belongs to the next chunk, whose first entry it is.
      if (change.at < chunkStart + CHUNK_MS) changes.push(change)
    }
    before = after
  }
  return changes
}

/** The instant at which the offset becomes that of `after`. */
function bisect(before: OffsetChange, after: OffsetChange, offsetMsAt: (instant: number) => number): OffsetChange {
  let low = before.at / CHANGE_RESOLUTION_MS
  let high = after.at / CHANGE_RESOLUTION_MS
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetMsAt(middle * CHANGE_RESOLUTION_MS) === after.offsetMs) high = middle
    else low = middle
  }
  return { at: high * CHANGE_RESOLUTION_MS, offsetMs: after.offsetMs }
}
