import { serialize } from 'node:v8'
import { createHash } from 'node:crypto'
import type { LearningPast, LongPast } from '../../../shared/predict/assemble/past.ts'
import { openLearnedFiles, type LearnedFiles } from '../../store/learned-files.ts'

/** Set by the build to the hash of the sources that learn, and of the versions of packages; null while sources change under a running build. */
declare const COVERCAST_LEARNING: string | null

/** Learns, unless the same was learned before from the same: `name` says what, `from` all that it rests on besides the past. */
export type KeepLearned = <T>(name: string, from: LearnedFrom, learn: () => T) => T

export interface LearnedFrom {
  readonly past: LearningPast
  /** As JSON; undefined is the same as absent. */
  readonly options: object
  /** Of the half year before the origin alone: what is known of earlier ones changes nothing. */
  readonly isOfRecent?: boolean
}

/** Keeps nothing. */
export const learnAnew: KeepLearned = (_name, _from, learn) => learn()

/** What the app that was built keeps in a workspace's folder. Sources that run as they are keep nothing: nobody knows which they were. */
export function keepLearnedIn(folder: string): KeepLearned {
  const code = typeof COVERCAST_LEARNING === 'undefined' ? null : COVERCAST_LEARNING
  return code === null ? learnAnew : keepLearned(openLearnedFiles(folder), code)
}

/**
 * Keeps what was learned in files. Their keys are made of contents, not of names and revisions: of all that was known of the past, of the
 * options, of the code that learns and of what it runs on. So nothing has to be invalidated, and what a later sync does not change is found.
 */
export function keepLearned(files: LearnedFiles, code: string): KeepLearned {
  const digestOf = once(digestOfPast)
  const longDigestOf = once(({ long }: LearningPast) => (long === null ? null : digestOfLong(long)))
  return <T>(name: string, { past, options, isOfRecent = false }: LearnedFrom, learn: () => T): T => {
    const digest = [digestOf(past), isOfRecent ? null : longDigestOf(past)]
    const key = JSON.stringify([code, PLATFORM, name, ...digest, options])
    const found = files.read(key)
    // What has the key's checksum was written by this code as the result of `learn`.
    if (found !== undefined) return found as T
    const learned = learn()
    files.write(key, learned)
    return learned
  }
}

/** Pasts are large, and asked for again and again. */
function once<T>(compute: (past: LearningPast) => T): (past: LearningPast) => T {
  const known = new WeakMap<LearningPast, { readonly value: T }>()
  return (past) => {
    const found = known.get(past) ?? { value: compute(past) }
    known.set(past, found)
    return found.value
  }
}

function digestOfLong({ firstSlot, pools, known }: LongPast): string {
  const hash = createHash('sha256').update(JSON.stringify([firstSlot, known]))
  for (const { poolId, visitors } of pools) hash.update(serialize([poolId, visitors]))
  return hash.digest('hex')
}

/** Of these, too, results depend: arithmetic, zones, names. */
const PLATFORM = [process.arch, process.versions.v8, process.versions['tz'], process.versions['icu']]

function digestOfPast(past: LearningPast): string {
  const { origin, traffic, parts, sessions, known, inactive, loads } = past
  const facts: Record<keyof LearningPast['facts'], unknown> = { pools: past.facts.pools, members: past.facts.members }
  // Each part has to be named here: a part that is left out does not compile.
  const content: Record<keyof LearningPast, unknown> = {
    origin,
    facts,
    traffic: null,
    parts: null,
    sessions,
    known,
    inactive,
    loads,
    // By a digest of its own.
    long: null,
  }
  const hash = createHash('sha256').update(JSON.stringify(content))
  // Of a pool's traffic the series are sums of its cells.
  for (const { poolId, cells } of traffic)
    hash.update(serialize([poolId, cells.slot, cells.agents, cells.visitors, cells.covered]))
  for (const { poolId, series } of parts) hash.update(serialize([poolId, series.visitors, series.covered]))
  return hash.digest('hex')
}
