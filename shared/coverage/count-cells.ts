import { slotOf } from '../time/slots.ts'
import { agentsOnlineAt, type AgentSteps } from './agents-online.ts'
import { normalizeCountry, type CubeBatch, type IntegerColumn } from './cube.ts'
import { toInstant } from './instant.ts'
import type { Pageview } from './types.ts'

/**
 * Counts raw visits of the steps' window into cells, sorted by slot, pool, country, agents and class of page: what a source's own aggregate must
 * equal. Nothing outside [steps.from, steps.to) counts. Throws AppError 'invalid-input' for an instant that cannot be read.
 */
export function countCells(pageviews: readonly Pageview[], steps: AgentSteps): CubeBatch {
  const visits = pageviews
    .map((pageview) => ({
      ...pageview,
      createdAt: toInstant(pageview.createdAt),
      country: normalizeCountry(pageview.country),
    }))
    .filter(({ createdAt }) => createdAt >= steps.from && createdAt < steps.to)
  const pools = distinct(visits.map((visit) => visit.poolId ?? null))
  const countries = distinct(visits.map((visit) => visit.country))
  const isClassed = visits.some(({ pageClass }) => pageClass !== undefined)
  const classes = distinct(visits.map((visit) => visit.pageClass ?? null))
  const classCount = Math.max(1, classes.values.length)
  const firstSlot = slotOf(steps.from)
  const agentLimit = 1 + [steps.all, ...steps.byPool.values()].flat().reduce((most, count) => Math.max(most, count), 0)

  const cells = new Map<number, { visitors: number; covered: number }>()
  for (const visit of visits) {
    const poolId = visit.poolId ?? null
    const agents = agentsOnlineAt(steps, poolId, visit.createdAt)
    const place = (slotOf(visit.createdAt) - firstSlot) * pools.values.length + pools.ordinals.get(poolId)!
    const unclassed = (place * countries.values.length + countries.ordinals.get(visit.country)!) * agentLimit + agents
    const key = unclassed * classCount + classes.ordinals.get(visit.pageClass ?? null)!
    const cell = cells.get(key) ?? { visitors: 0, covered: 0 }
    cell.visitors += 1
    if (visit.agentId !== null) cell.covered += 1
    cells.set(key, cell)
  }

  const keys = Float64Array.from(cells.keys()).sort()
  const agentsOf = (key: number): number => Math.floor(key / classCount)
  const countryOf = (key: number): number => Math.floor(agentsOf(key) / agentLimit)
  const poolOf = (key: number): number => Math.floor(countryOf(key) / countries.values.length)
  return {
    dictionary: {
      pools: pools.values,
      countries: countries.values,
      ...(isClassed ? { pageClasses: classes.values } : {}),
    },
    cells: {
      length: keys.length,
      slot: Int32Array.from(keys, (key) => firstSlot + Math.floor(poolOf(key) / pools.values.length)),
      pool: integerColumn(Array.from(keys, (key) => poolOf(key) % pools.values.length)),
      country: integerColumn(Array.from(keys, (key) => countryOf(key) % countries.values.length)),
      agents: integerColumn(Array.from(keys, (key) => agentsOf(key) % agentLimit)),
      ...(isClassed ? { pageClass: integerColumn(Array.from(keys, (key) => key % classCount)) } : {}),
      visitors: Uint32Array.from(keys, (key) => cells.get(key)!.visitors),
      covered: Uint32Array.from(keys, (key) => cells.get(key)!.covered),
    },
  }
}

/** The narrowest column that holds whole numbers from 0 to 2^32 - 1. */
export function integerColumn(values: readonly number[]): IntegerColumn {
  const most = values.reduce((largest, value) => Math.max(largest, value), 0)
  if (most <= 0xff) return Uint8Array.from(values)
  return most <= 0xffff ? Uint16Array.from(values) : Uint32Array.from(values)
}

interface Codes {
  readonly values: readonly (string | null)[]
  readonly ordinals: ReadonlyMap<string | null, number>
}

/** Codes in a fixed order, so that the same visits always give the same cells: null first, then by code unit. */
function distinct(codes: readonly (string | null)[]): Codes {
  const values = [...new Set(codes)].toSorted((a, b) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1
    return a < b ? -1 : 1
  })
  return { values, ordinals: new Map(values.map((code, index) => [code, index])) }
}
