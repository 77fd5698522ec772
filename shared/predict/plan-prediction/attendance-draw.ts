import type { PlannedInterval } from '../../plan/plan.ts'
import { SLOT_MS } from '../../time/slots.ts'
import { blocksOf, type PlannedBlock } from '../attendance/blocks.ts'
import { profileFor, visitShares, type WeekGrid } from '../attendance/expected-presence.ts'
import { createRandom, type Random } from '../random.ts'
import type { AttendanceModel, AttendanceProfile, TypicalStaffing } from '../types.ts'
import { intervalsByPerson } from './presence-rows.ts'
import type { Serving } from './serving-classes.ts'

/** Numbers online, scenario by scenario: entry `slot * scenarios + scenario` for each class of pools. */
export type OnlineScenarios = readonly Uint16Array[]

export interface ScenarioOptions {
  readonly grid: WeekGrid
  readonly scenarios: number
  readonly seed: number
  /** The slots that are wanted; the others are nobody's. */
  readonly slots: SlotRange
}

/** Slots [from, to). */
export interface SlotRange {
  readonly from: number
  readonly to: number
}

/** Absences of one person in one week go together: the share of what decides them that is the person's week and not the day. */
const WEEK_SHARE = 0.2
/** What is taken to be so of everybody weighs as much as so many shifts of one person. */
const PRIOR_SHIFTS = 25
/** Within a shift people step out for about so many quarter-hours. */
const AWAY_QUARTERS = 3
/** What draws whom somebody serves is apart from what draws when the person comes. */
const PATTERN_STREAM = 0x5e1f
/** So is what decides about everybody. */
const COMMON_STREAM = 0xc033
/** So far from its hours somebody may come early or stay late, and so near are the shifts that are one block. */
const REACH_SLOTS = 96
/** How much of what made a slot's number unusual carries on to the next. */
const SLOT_MEMORY = 0.92

/**
 * Draws who turns up under a plan: whether each shift is worked, how late it begins and how early it ends, each once a shift; and who is
 * away in between, an interval at a time. The same person draws the same numbers under every plan, so that two plans differ by their shifts.
 */
export function planScenarios(
  intervals: readonly PlannedInterval[],
  {
    attendance,
    serves,
    ...options
  }: ScenarioOptions & {
    readonly attendance: AttendanceModel
    readonly serves: (agentId: string | null) => Serving
  },
): OnlineScenarios {
  const { grid, scenarios, seed, slots } = options
  const classes = serves(null).shares.length
  const common = {
    share: Math.min(1 - WEEK_SHARE, attendance.commonShare ?? 0),
    ofAll: normals(createRandom(seed, COMMON_STREAM), scenarios),
  }
  // Added up by who serves the same classes first: they are far fewer than people.
  const alike = new Map<string, { readonly served: Uint8Array; readonly online: Uint16Array }>()
  // More than one block of a person may reach a slot: the person is there once.
  const present = new Uint8Array(grid.count * scenarios)
  const touched = new Uint8Array(grid.count)
  const wanted = {
    start: grid.start + (slots.from - REACH_SLOTS) * SLOT_MS,
    end: grid.start + (slots.to + REACH_SLOTS) * SLOT_MS,
  }
  const near = intervals.filter(({ start, end }) => end > wanted.start && start < wanted.end)
  for (const [person, own] of intervalsByPerson(near)) {
    const { agentId } = own[0]!
    const { shares, patterns } = serves(agentId)
    if (!shares.some((share) => share > 0)) continue
    const groups = patterns.map(({ served }) => {
      const group = alike.get(served.join('')) ?? { served, online: new Uint16Array(grid.count * scenarios) }
      alike.set(served.join(''), group)
      return group.online
    })
    const key = hashOf(person)
    const groupOf = drawnGroups(groups, { patterns, scenarios, random: createRandom(seed, key ^ PATTERN_STREAM) })
    const ofPerson = createRandom(seed, key)
    const ofWeek = normals(ofPerson, scenarios)
    const shows = drawnShows(profileFor(attendance, agentId), normals(ofPerson, scenarios))
    const profile = profileFor(attendance, agentId)
    for (const block of blocksOf(own)) {
      const day = Math.floor((block.start - grid.start) / (96 * SLOT_MS))
      markPresence(
        { present, touched },
        { block, profile, grid, common, ofWeek, shows, random: createRandom(seed, key + 1 + day) },
      )
    }
    for (let slot = 0; slot < grid.count; slot += 1) {
      if (touched[slot] === 0) continue
      const first = slot * scenarios
      for (let at = first; at < first + scenarios; at += 1) groupOf[at - first]![at]! += present[at]!
      present.fill(0, first, first + scenarios)
      touched[slot] = 0
    }
  }
  return Array.from({ length: classes }, (_, index) => {
    const total = new Uint16Array(grid.count * scenarios)
    for (const { served, online } of alike.values())
      if (served[index] === 1) for (let at = 0; at < total.length; at += 1) total[at]! += online[at]!
    return total
  })
}

/** Which numbers a person adds to, scenario by scenario: whoever may serve several sets of pools serves one in each. */
function drawnGroups(
  groups: readonly Uint16Array[],
  {
    patterns,
    scenarios,
    random,
  }: { readonly patterns: Serving['patterns']; readonly scenarios: number; readonly random: Random },
): readonly Uint16Array[] {
  return Array.from({ length: scenarios }, () => {
    if (groups.length === 1) return groups[0]!
    let left = random.uniform()
    const index = patterns.findIndex(({ share }) => (left -= share) < 0)
    return groups[index < 0 ? groups.length - 1 : index]!
  })
}

/** Draws the numbers online of the typical week from what history had at each slot; a day that is short of people stays so for hours. */
export function typicalScenarios(
  typicals: readonly TypicalStaffing[],
  { grid, scenarios, seed, slots }: ScenarioOptions,
): OnlineScenarios {
  const random = createRandom(seed, 0x7e)
  const level = normals(random, scenarios)
  const online = typicals.map(() => new Uint16Array(grid.count * scenarios))
  const fresh = Math.sqrt(1 - SLOT_MEMORY ** 2)
  for (let slot = slots.from; slot < slots.to; slot += 1) {
    for (let scenario = 0; scenario < scenarios; scenario += 1) {
      level[scenario] = SLOT_MEMORY * level[scenario]! + fresh * random.normal()
      const share = normalShare(level[scenario]!)
      typicals.forEach(
        (typical, index) => (online[index]![slot * scenarios + scenario] = numberAt(typical, slot, share)),
      )
    }
  }
  return online
}

function numberAt({ offsets, agents, shares }: TypicalStaffing, slot: number, share: number): number {
  const to = offsets[slot + 1] ?? 0
  let remaining = share
  for (let index = offsets[slot] ?? 0; index < to; index += 1) {
    remaining -= shares[index]!
    if (remaining < 0 || index === to - 1) return agents[index]!
  }
  return 0
}

interface Marked {
  readonly present: Uint8Array
  /** 1 for slots where somebody may be. */
  readonly touched: Uint8Array
}

interface DrawnBlock {
  readonly block: PlannedBlock
  readonly profile: AttendanceProfile
  readonly grid: WeekGrid
  /** What decides about everybody's week, a normal for each scenario, and how much. */
  readonly common: { readonly share: number; readonly ofAll: Float64Array }
  /** What decides about the person's week, a normal for each scenario. */
  readonly ofWeek: Float64Array
  /** Chance that a shift is worked, for each scenario. */
  readonly shows: Float64Array
  readonly random: Random
}

/** The chance that somebody comes is itself known only from some shifts: an estimate of it for each scenario. */
function drawnShows({ shows, shifts }: AttendanceProfile, luck: Float64Array): Float64Array {
  const deviation = Math.sqrt((shows * (1 - shows)) / (shifts + PRIOR_SHIFTS))
  return luck.map((normal) => Math.min(1, Math.max(0, shows + deviation * normal)))
}

function markPresence(
  { present, touched }: Marked,
  { block, profile, grid, common, ofWeek, shows, random }: DrawnBlock,
): void {
  const scenarios = ofWeek.length
  const weights = {
    all: Math.sqrt(common.share),
    week: Math.sqrt(WEEK_SHARE),
    day: Math.sqrt(1 - WEEK_SHARE - common.share),
  }
  const isWorked = Uint8Array.from(ofWeek, (week, scenario) =>
    Number(
      normalShare(weights.all * common.ofAll[scenario]! + weights.week * week + weights.day * random.normal()) <
        shows[scenario]!,
    ),
  )
  const atStart = uniforms(random, scenarios)
  const atEnd = uniforms(random, scenarios)
  const within = new Float64Array(scenarios)
  const middle = (block.start + block.end) / 2
  const edge = Math.min((block.end - block.start) / 2, 6 * SLOT_MS)
  let quarter = 0
  visitShares(block, profile, (start, end, share) => {
    const luck = start < block.start + edge && start < middle ? atStart : start >= block.end - edge ? atEnd : within
    if (luck === within && quarter++ % AWAY_QUARTERS === 0)
      for (let scenario = 0; scenario < scenarios; scenario += 1) within[scenario] = random.uniform()
    const slot = Math.floor(((start + end) / 2 - grid.start) / SLOT_MS)
    if (slot < 0 || slot >= grid.count) return
    // A piece that fills a slot partly is there for that share of it.
    const chance = share * ((end - start) / SLOT_MS)
    touched[slot] = 1
    for (let scenario = 0; scenario < scenarios; scenario += 1) {
      if (isWorked[scenario] === 1 && luck[scenario]! < chance) present[slot * scenarios + scenario] = 1
    }
  })
}

function uniforms(random: Random, count: number): Float64Array {
  const values = new Float64Array(count)
  for (let index = 0; index < count; index += 1) values[index] = random.uniform()
  return values
}

function normals(random: Random, count: number): Float64Array {
  const values = new Float64Array(count)
  for (let index = 0; index < count; index += 1) values[index] = random.normal()
  return values
}

/** Share of a normal below a value, good to 1e-4 (a logistic with a cubic term; Page 1977). */
function normalShare(value: number): number {
  return 1 / (1 + Math.exp(-(1.5976 * value + 0.07056 * value ** 3)))
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}
