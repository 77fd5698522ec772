import { spellsWhileActive, type InactiveAgents } from '../../plan/inactive-agents.ts'
import type { PlannedSpell } from '../../plan/plan.ts'
import type { PredictionInputs, WeekPrediction } from '../types.ts'
import { fewestAgents } from './agents-needed.ts'
import { AvailableCount } from './available-count.ts'
import { groupLoads } from './group-loads.ts'
import type { PlanPredictor, PlanPredictorOptions, PredictionSession } from './plan-predictor-types.ts'
import { loadNodes, type LoadNode } from './load-nodes.ts'
import { personOf, rowOf, spellsByPerson, type PresenceRow, type RowMaker } from './presence-rows.ts'
import { servedTable, type ServedTable } from './served-table.ts'
import { servingClasses, servingTest, type ServingClass } from './serving-classes.ts'
import { typicalWeek } from './typical-week.ts'

export type { PlanPredictor, PlanPredictorOptions, PredictionSession } from './plan-predictor-types.ts'

/** Evaluates plans on one week's inputs. Pure, and quick enough for every step of a drag. */
export function createPlanPredictor(inputs: PredictionInputs, { poolId }: PlanPredictorOptions = {}): PlanPredictor {
  const week = weekOf(inputs, poolId)
  return {
    predict(spells) {
      const figures = emptyFigures(inputs.starts.length)
      evaluate(week, { rows: [...rowsOf(spells, week).values()], figures, from: 0, to: inputs.starts.length })
      return predictionOf(week, figures)
    },
    typicalWeek: () => typicalWeek(inputs, { poolId, classes: week.classes, visitors: week.visitors }),
    agentsNeeded: (targetRate) => fewestAgents(inputs, { classes: week.classes, loads: week.loads, nodes: week.nodes, targetRate }),
    startSession: (spells = []) => startSession(week, spells),
  }
}

interface ClassOfWeek extends ServingClass {
  /** Visitors of the class at each slot. */
  readonly visitors: Float64Array
  readonly served: ServedTable
}

interface Week {
  readonly classes: readonly ClassOfWeek[]
  readonly loads: readonly Float64Array[]
  readonly nodes: readonly (readonly LoadNode[])[]
  /** All pools of the plan. */
  readonly visitors: Float64Array
  readonly maker: RowMaker
  readonly inactive: InactiveAgents | undefined
  readonly count: AvailableCount
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

function weekOf(inputs: PredictionInputs, poolId: string | null | undefined): Week {
  const loads = groupLoads(inputs)
  const nodes = loadNodes(inputs)
  const serving = servingClasses(inputs, poolId)
  const tables = new Map<string, ServedTable>()
  const classes = serving.map((one): ClassOfWeek => {
    const key = `${one.group} ${one.visitorsPerAgent}`
    const served = tables.get(key) ?? servedTable({ loads: loads[one.group]!, nodes: nodes[one.group]!, visitorsPerAgent: one.visitorsPerAgent })
    tables.set(key, served)
    return { ...one, served, visitors: sumOf(one.pools.map((index) => inputs.pools[index]!.visitors), inputs.starts.length) }
  })
  return {
    classes,
    loads,
    nodes,
    visitors: sumOf(classes.map(({ visitors }) => visitors), inputs.starts.length),
    maker: { grid: { start: inputs.starts[0] ?? 0, count: inputs.starts.length }, attendance: inputs.attendance, serves: servingTest(inputs, serving) },
    inactive: inputs.inactive,
    count: new AvailableCount(),
  }
}

function sumOf(columns: readonly ArrayLike<number>[], length: number): Float64Array {
  const sum = new Float64Array(length)
  for (const column of columns) for (let slot = 0; slot < length; slot += 1) sum[slot]! += column[slot]!
  return sum
}

function rowsOf(spells: readonly PlannedSpell[], { maker, inactive }: Week): Map<string, PresenceRow> {
  return new Map([...spellsByPerson(spellsWhileActive(spells, inactive))].map(([person, own]) => [person, rowOf(own, maker)]))
}

function emptyFigures(slots: number): Figures {
  return { covered: new Float64Array(slots), agents: new Float64Array(slots), openAgents: new Float64Array(slots) }
}

function evaluate({ classes, count }: Week, { rows: all, figures, from, to }: Evaluation): void {
  const rows = all.filter(({ serves }) => serves.includes(1))
  const tables = classes.map(({ served }) => served.reserve(rows.length))
  const there: PresenceRow[] = []
  const present = new Float64Array(rows.length)
  const chances = count.agents(rows.length)
  for (let slot = from; slot < to; slot += 1) {
    there.length = 0
    let agents = 0
    let openAgents = 0
    for (const row of rows) {
      if (slot < row.from || slot >= row.to) continue
      const chance = row.presence[slot]!
      if (chance === 0) continue
      present[there.length] = chance
      there.push(row)
      agents += chance
      if (row.agentId === null) openAgents += chance
    }
    let covered = 0
    for (let index = 0; index < classes.length; index += 1) {
      const { visitors, availability } = classes[index]!
      if (visitors[slot]! <= 0) continue
      let size = 0
      for (let place = 0; place < there.length; place += 1) {
        if (there[place]!.serves[index] === 0) continue
        chances[size] = present[place]! * availability
        size += 1
      }
      const { values, stride } = tables[index]!
      covered += visitors[slot]! * count.expect(size, values, slot * stride)
    }
    figures.covered[slot] = covered
    figures.agents[slot] = agents
    figures.openAgents[slot] = openAgents
  }
}

function predictionOf({ visitors }: Week, { covered, agents, openAgents }: Figures): WeekPrediction {
  const total = (column: Float64Array): number => column.reduce((sum, value) => sum + value, 0)
  return { visitors, covered, agents, openAgents, totals: { visitors: total(visitors), covered: total(covered) } }
}

function startSession(week: Week, first: readonly PlannedSpell[]): PredictionSession {
  const slots = week.maker.grid.count
  const figures = emptyFigures(slots)
  let spells = new Map<string, readonly PlannedSpell[]>()
  let persons = new Map<string, PlannedSpell[]>()
  let rows = new Map<string, PresenceRow>()

  const current = (): WeekPrediction =>
    predictionOf(week, { covered: figures.covered.slice(), agents: figures.agents.slice(), openAgents: figures.openAgents.slice() })

  const setSpells = (given: readonly PlannedSpell[]): WeekPrediction => {
    const all = spellsWhileActive(given, week.inactive)
    spells = new Map(Map.groupBy(all, ({ shiftId }) => shiftId))
    persons = Map.groupBy(all, personOf)
    rows = rowsOf(all, week)
    evaluate(week, { rows: [...rows.values()], figures, from: 0, to: slots })
    return current()
  }

  const replaceShift = (shiftId: string, given: readonly PlannedSpell[]): WeekPrediction => {
    const replacement = spellsWhileActive(given, week.inactive)
    const before = spells.get(shiftId) ?? []
    if (replacement.length === 0) spells.delete(shiftId)
    else spells.set(shiftId, replacement)
    const concerned = new Set([...before, ...replacement].map(personOf))
    for (const spell of before) persons.set(personOf(spell), persons.get(personOf(spell))!.filter((other) => other.shiftId !== shiftId))
    for (const spell of replacement) persons.set(personOf(spell), [...(persons.get(personOf(spell)) ?? []), spell])
    const changed = new Uint8Array(slots)
    for (const person of concerned) {
      const own = persons.get(person)!
      const old = rows.get(person)
      if (own.length === 0) persons.delete(person)
      const row = own.length === 0 ? undefined : rowOf(own, week.maker)
      if (row) rows.set(person, row)
      else rows.delete(person)
      for (let slot = 0; slot < slots; slot += 1) if ((old?.presence[slot] ?? 0) !== (row?.presence[slot] ?? 0)) changed[slot] = 1
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

  setSpells(first)
  return { current, setSpells, replaceShift }
}
