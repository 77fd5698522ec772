import { SLOTS_PER_DAY } from '../../shared/time/slots.ts'
import type { CubeBatch, CubeCells, IntegerColumn } from '../../shared/coverage/cube.ts'

/** Deals the cells of a window out to their UTC days. Days without cells are left out. Days share the window's dictionary. */
export function splitByDay(batch: CubeBatch): ReadonlyMap<number, CubeBatch> {
  const { cells, dictionary } = batch
  const sizes = new Map<number, number>()
  for (let cell = 0; cell < cells.length; cell += 1) {
    const day = Math.floor(cells.slot[cell]! / SLOTS_PER_DAY)
    sizes.set(day, (sizes.get(day) ?? 0) + 1)
  }
  if (sizes.size === 1) return new Map([[sizes.keys().next().value!, batch]])

  const days = new Map([...sizes].map(([day, length]) => [day, emptyColumns(cells, length)]))
  const filled = new Map<number, number>()
  for (let cell = 0; cell < cells.length; cell += 1) {
    const day = Math.floor(cells.slot[cell]! / SLOTS_PER_DAY)
    const target = days.get(day)!
    const index = filled.get(day) ?? 0
    filled.set(day, index + 1)
    target.slot[index] = cells.slot[cell]!
    target.pool[index] = cells.pool[cell]!
    target.country[index] = cells.country[cell]!
    target.agents[index] = cells.agents[cell]!
    if (cells.pageClass !== undefined) target.pageClass![index] = cells.pageClass[cell]!
    target.visitors[index] = cells.visitors[cell]!
    target.covered[index] = cells.covered[cell]!
  }
  return new Map([...days].map(([day, columns]) => [day, { dictionary, cells: columns }]))
}

function emptyColumns(like: CubeCells, length: number): CubeCells {
  return {
    length,
    slot: new Int32Array(length),
    pool: sameWidth(like.pool, length),
    country: sameWidth(like.country, length),
    agents: sameWidth(like.agents, length),
    ...(like.pageClass === undefined ? {} : { pageClass: sameWidth(like.pageClass, length) }),
    visitors: new Uint32Array(length),
    covered: new Uint32Array(length),
  }
}

function sameWidth(column: IntegerColumn, length: number): IntegerColumn {
  if (column instanceof Uint8Array) return new Uint8Array(length)
  return column instanceof Uint16Array ? new Uint16Array(length) : new Uint32Array(length)
}
