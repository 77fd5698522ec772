import { intervalsWhileActive } from '../../plan/inactive-agents.ts'
import type { PlannedInterval } from '../../plan/plan.ts'
import type { PredictionInputs, WeekPrediction } from '../types.ts'
import { fewestAgents } from './agents-needed.ts'
import type { PlanPredictor, PlanPredictorOptions, PredictionSession } from './plan-predictor-types.ts'
import { coveredShare } from './own-history.ts'
import { personOf, rowOf, intervalsByPerson, type PresenceRow } from './presence-rows.ts'
import { typicalRates, typicalWeek } from './typical-week.ts'
import { weekModelOf, type WeekModel } from './week-model.ts'

export type { PlanPredictor, PlanPredictorOptions } from './plan-predictor-types.ts'

/** Evaluates plans on one week's inputs. Pure, and quick enough for every step of a drag. */
export function createPlanPredictor(
  inputs: PredictionInputs,
  { poolId, pools }: PlanPredictorOptions = {},
): PlanPredictor {
  const week = weekModelOf(inputs, poolId, pools)
  return {
    predict(intervals) {
      const figures = emptyFigures(inputs.starts.length)
      evaluate(week, { rows: [...rowsOf(intervals, week).values()], figures, from: 0, to: inputs.starts.length })
      return predictionOf(week, figures)
    },
    typicalWeek: () => typicalWeek(inputs, { poolId, classes: week.classes, visitors: week.visitors }),
    agentsNeeded: (targetRate) =>
      fewestAgents(inputs, { classes: week.classes, loads: week.loads, nodes: week.nodes, targetRate }),
    startSession: (intervals = []) => startSession(week, intervals),
  }
}

/** Coverage (0-1) by slot with the agents who were online in past weeks, class by class of pools that are served alike. */
export function typicalByClass(
  inputs: PredictionInputs,
): readonly { readonly pools: readonly number[]; readonly rates: Float64Array }[] {
  return weekModelOf(inputs, null).classes.map((one) => ({ pools: one.pools, rates: typicalRates(inputs, one) }))
}

interface Figures {
  readonly covered: Float64Array
  readonly agents: Float64Array
  readonly openAgents: Float64Array
}

interface Evaluation {
  readonly rows: readonly PresenceRow[]
  readonly figures: Figures
  /** Slots [from, to). */
  readonly from: number
  readonly to: number
}

function rowsOf(intervals: readonly PlannedInterval[], { maker, inactive }: WeekModel): Map<string, PresenceRow> {
  return new Map(
    [...intervalsByPerson(intervalsWhileActive(intervals, inactive))].map(([person, own]) => [
      person,
      rowOf(own, maker),
    ]),
  )
}

function emptyFigures(slots: number): Figures {
  return { covered: new Float64Array(slots), agents: new Float64Array(slots), openAgents: new Float64Array(slots) }
}

function evaluate({ classes, count }: WeekModel, { rows: all, figures, from, to }: Evaluation): void {
  const rows = all.filter(({ serves }) => serves.some((share) => share > 0))
  const tables = classes.map(({ served }) => served.reserve(rows.length))
  const presentRows: PresenceRow[] = []
  const present = new Float64Array(rows.length)
  const chances = count.agents(rows.length)
  for (let slot = from; slot < to; slot += 1) {
    presentRows.length = 0
    let agents = 0
    let openAgents = 0
    for (const row of rows) {
      if (slot < row.from || slot >= row.to) continue
      const chance = row.presence[slot]!
      if (chance === 0) continue
      present[presentRows.length] = chance
      presentRows.push(row)
      agents += chance
      if (row.agentId === null) openAgents += chance
    }
    let covered = 0
    for (let index = 0; index < classes.length; index += 1) {
      const { visitors, availability, history } = classes[index]!
      if (visitors[slot]! <= 0) continue
      let size = 0
      let nobody = 1
      for (let place = 0; place < presentRows.length; place += 1) {
        const share = presentRows[place]!.serves[index]!
        if (share === 0) continue
        const serving = present[place]! * share
        nobody *= 1 - serving
        chances[size] = serving * availability
        size += 1
      }
      const { values, stride } = tables[index]!
      covered +=
        visitors[slot]! * coveredShare(history, { slot, rate: count.expect(size, values, slot * stride), nobody })
    }
    figures.covered[slot] = covered
    figures.agents[slot] = agents
    figures.openAgents[slot] = openAgents
  }
}

function predictionOf({ visitors }: WeekModel, { covered, agents, openAgents }: Figures): WeekPrediction {
  const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0)
  return { visitors, covered, agents, openAgents, totals: { visitors: total(visitors), covered: total(covered) } }
}

function startSession(week: WeekModel, first: readonly PlannedInterval[]): PredictionSession {
  const slots = week.maker.grid.count
  const figures = emptyFigures(slots)
  let intervals = new Map<string, readonly PlannedInterval[]>()
  let persons = new Map<string, PlannedInterval[]>()
  let rows = new Map<string, PresenceRow>()

  const current = (): WeekPrediction =>
    predictionOf(week, {
      covered: figures.covered.slice(),
      agents: figures.agents.slice(),
      openAgents: figures.openAgents.slice(),
    })

  const setIntervals = (given: readonly PlannedInterval[]): WeekPrediction => {
    const all = intervalsWhileActive(given, week.inactive)
    intervals = new Map(Map.groupBy(all, ({ shiftId }) => shiftId))
    persons = Map.groupBy(all, personOf)
    rows = rowsOf(all, week)
    evaluate(week, { rows: [...rows.values()], figures, from: 0, to: slots })
    return current()
  }

  const replaceShifts: PredictionSession['replaceShifts'] = (changes) => {
    const concerned = new Set<string>()
    for (const [shiftId, given] of changes) {
      const replacement = intervalsWhileActive(given, week.inactive)
      const before = intervals.get(shiftId) ?? []
      if (replacement.length === 0) intervals.delete(shiftId)
      else intervals.set(shiftId, replacement)
      for (const interval of before) {
        const person = personOf(interval)
        concerned.add(person)
        persons.set(
          person,
          persons.get(person)!.filter((other) => other.shiftId !== shiftId),
        )
      }
      for (const interval of replacement) {
        const person = personOf(interval)
        concerned.add(person)
        persons.set(person, [...(persons.get(person) ?? []), interval])
      }
    }
    const changed = new Uint8Array(slots)
    for (const person of concerned) {
      const own = persons.get(person)!
      const old = rows.get(person)
      if (own.length === 0) persons.delete(person)
      const row = own.length === 0 ? undefined : rowOf(own, week.maker)
      if (row) rows.set(person, row)
      else rows.delete(person)
      for (let slot = 0; slot < slots; slot += 1)
        if ((old?.presence[slot] ?? 0) !== (row?.presence[slot] ?? 0)) changed[slot] = 1
    }
    const all = [...rows.values()]
    for (let slot = 0; slot < slots; slot += 1) {
      if (changed[slot] === 0) continue
      let to = slot + 1
      while (to < slots && changed[to] === 1) to += 1
      evaluate(week, { rows: all, figures, from: slot, to })
      slot = to
    }
    return current()
  }

  setIntervals(first)
  return { current, setIntervals, replaceShifts, replaceShift: (shiftId, given) => replaceShifts([[shiftId, given]]) }
}
