import { HOURS_PER_WEEK } from '../foundation/hour-of-week.ts'
import type { Interval } from '../foundation/interval.ts'
import { DAY_MS, HOUR_MS } from '../foundation/minutes.ts'
import type { PredictionFacts } from '../predict/assemble/facts.ts'
import { trafficByPool, type PoolCells } from '../predict/assemble/pool-traffic.ts'
import { groupLoad } from '../predict/model/bins.ts'
import type { FitCells, FitInput } from '../predict/model/fit-input.ts'
import { hourCellRates } from '../predict/model/hour-cell-rates.ts'
import { observe } from '../predict/model/observations.ts'
import { slotCalendar } from '../predict/model/slot-calendar.ts'
import type { CoverageModel, ModelWarning } from '../predict/types.ts'
import { SLOT_MS } from '../time/slots.ts'
import type { CellEvidence, PoolEvidence, VisitsAtStaffing } from './types.ts'

export interface EvidenceInput {
  readonly facts: Pick<PredictionFacts, 'batches' | 'countryRule'>
  /** The fit, and what it was fitted to. */
  readonly fit: { readonly input: FitInput; readonly model: CoverageModel }
  readonly timeZone: string
  /** The elapsed part of the range: [start, end). */
  readonly range: Interval
  /** What of it is known; ascending, apart. */
  readonly known: readonly Interval[]
}

export interface Evidence {
  /** Pools with visitors in the range: by id, visits without a pool last. */
  readonly pools: readonly PoolEvidence[]
  /** How much of the range is known, in days. */
  readonly days: number
  /** How often each hour cell of the week is known in it, in hours. */
  readonly hours: Float64Array
}

const TOO_LITTLE: readonly ModelWarning['kind'][] = ['little-history', 'few-visits', 'no-sessions']
/** Loads within this step of their logarithm are taken together. */
const LOAD_STEP = 0.05
const UNKNOWN_LOAD = 1e-9

/** What a range shows of each pool, hour by hour of the week, with the load that its visitors met as the fit has it. */
export function gatherEvidence({ facts, fit, timeZone, range, known }: EvidenceInput): Evidence {
  const fromSlot = Math.floor(range.start / SLOT_MS)
  const slots = Math.max(0, Math.ceil(range.end / SLOT_MS) - fromSlot)
  const { hourCell } = slotCalendar({ timeZone, firstSlot: fromSlot, slots })
  const traffic =
    slots === 0
      ? []
      : trafficByPool(facts.batches, { countryRule: facts.countryRule, fromSlot, toSlot: fromSlot + slots })
  const loads = loadsOf(fit)
  const rates = hourCellRates(fit.input, fit.model)
  // Where another pool's agents are known to be online, one without any has nobody: that is not unknown.
  const hasSessions = traffic.some(({ cells }) => cells.agents.some((agents) => agents > 0))
  const pools = traffic.map(({ poolId, cells }): PoolEvidence => {
    const index = fit.model.pools.findIndex((pool) => pool.poolId === poolId)
    const model = fit.model.pools[index]
    const cellOf = (slot: number): number => hourCell[slot - fromSlot]!
    const loadAt = index < 0 ? () => 0 : loads[index]!
    return {
      poolId,
      cells: cellsOf(cells, { cellOf, loadAt }),
      service: { availability: model?.availability ?? 1, visitorsPerAgent: model?.visitorsPerAgent ?? 1 },
      loadFactors: model?.loadFactors ?? Array.from({ length: HOURS_PER_WEEK }, () => 1),
      offlineRate: index < 0 ? 0 : offlineRateOf(fit.input.pools[index]!.cells),
      kappa: rates[index]?.kappa ?? 0,
      // A pool that is no longer there was never fitted.
      isThin: model === undefined || model.warnings.some(({ kind }) => TOO_LITTLE.includes(kind)),
      hasSessions,
    }
  })
  return { pools, ...knownTime(known, { fromSlot, slots, hourCell }) }
}

type LoadAt = (slot: number, cell: number) => number

/** For each pool of the fit: erlangs at a UTC slot; where the fit does not reach, those that are usual at that hour of the week. */
function loadsOf({ input, model }: EvidenceInput['fit']): readonly LoadAt[] {
  const { hourCell } = slotCalendar(input)
  const loads: LoadAt[] = []
  for (const group of model.groups) {
    const observations = observe(input, group)
    const logMinutes = new Float64Array(observations.holdingTimes)
    group.forEach(
      (index, place) => (logMinutes[observations.holdingTimeOf[place]!] = Math.log(model.pools[index]!.holdingMinutes)),
    )
    const { logLoad } = groupLoad(observations, logMinutes)
    const sums = new Float64Array(HOURS_PER_WEEK)
    const counts = new Float64Array(HOURS_PER_WEEK)
    const load = logLoad.map((log, slot) => {
      const erlangs = Math.exp(log)
      if (erlangs < UNKNOWN_LOAD) return Number.NaN
      sums[hourCell[slot]!]! += erlangs
      counts[hourCell[slot]!]! += 1
      return erlangs
    })
    const usual = sums.map((sum, cell) => (counts[cell]! > 0 ? sum / counts[cell]! : 0))
    const loadAt: LoadAt = (slot, cell) => {
      const erlangs = load[slot - input.firstSlot]
      return erlangs === undefined || Number.isNaN(erlangs) ? usual[cell]! : erlangs
    }
    for (const index of group) loads[index] = loadAt
  }
  return loads
}

interface CellBuilder {
  visitors: number
  covered: number
  agentsMet: number
  missedOffline: number
  readonly met: Map<string, { agents: number; load: number; visitors: number }>
}

function cellsOf(
  cells: PoolCells,
  { cellOf, loadAt }: { readonly cellOf: (slot: number) => number; readonly loadAt: LoadAt },
): readonly CellEvidence[] {
  const builders = Array.from({ length: HOURS_PER_WEEK }, (): CellBuilder => ({
    visitors: 0,
    covered: 0,
    agentsMet: 0,
    missedOffline: 0,
    met: new Map(),
  }))
  for (let row = 0; row < cells.slot.length; row++) {
    const slot = cells.slot[row]!
    const index = cellOf(slot)
    const builder = builders[index]!
    const [agents, visitors, covered] = [cells.agents[row]!, cells.visitors[row]!, cells.covered[row]!]
    builder.visitors += visitors
    builder.covered += covered
    builder.agentsMet += agents * visitors
    if (agents === 0) builder.missedOffline += visitors - covered
    const load = loadAt(slot, index)
    const key = `${agents} ${load > 0 ? Math.round(Math.log(load) / LOAD_STEP) : 'none'}`
    const same = builder.met.get(key) ?? { agents, load: 0, visitors: 0 }
    same.load += load * visitors
    same.visitors += visitors
    builder.met.set(key, same)
  }
  return builders.map(({ met, ...cell }) => ({
    ...cell,
    met: [...met.values()].map(({ agents, load, visitors }): VisitsAtStaffing => ({
      agents,
      load: load / visitors,
      visitors,
    })),
  }))
}

function offlineRateOf({ agents, visitors, covered }: FitCells): number {
  let came = 0
  let served = 0
  for (let row = 0; row < agents.length; row++) {
    if (agents[row] !== 0) continue
    came += visitors[row]!
    served += covered[row]!
  }
  return came > 0 ? served / came : 0
}

function knownTime(
  known: readonly Interval[],
  { fromSlot, slots, hourCell }: { readonly fromSlot: number; readonly slots: number; readonly hourCell: Uint8Array },
): Pick<Evidence, 'days' | 'hours'> {
  const hours = new Float64Array(HOURS_PER_WEEK)
  let ms = 0
  for (const { start, end } of known) {
    ms += end - start
    const first = Math.max(0, Math.floor(start / SLOT_MS) - fromSlot)
    for (let slot = first; slot < slots && (fromSlot + slot) * SLOT_MS < end; slot++) {
      const begin = (fromSlot + slot) * SLOT_MS
      hours[hourCell[slot]!]! += Math.max(0, Math.min(end, begin + SLOT_MS) - Math.max(start, begin)) / HOUR_MS
    }
  }
  return { days: ms / DAY_MS, hours }
}
