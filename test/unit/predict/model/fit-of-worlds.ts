import { coverageWith } from '../../../../shared/predict/model/coverage.ts'
import { fitCoverageModel, type FitOptions } from '../../../../shared/predict/model/fit-coverage-model.ts'
import type { FitInput, FitPool } from '../../../../shared/predict/model/fit-input.ts'
import { offeredLoad } from '../../../../shared/predict/model/load.ts'
import type { CoverageModel, PoolModel } from '../../../../shared/predict/types.ts'
import { dayShape, simulateLosses, smoothed, type LossHistory, type LossWorld } from './loss-world.ts'

/** A Sunday, 00:00 UTC. */
export const FIRST_SLOT = Date.parse('2026-01-04T00:00:00Z') / 900_000

/** An office: agents from 8 to 19 o'clock, more when more visitors come. */
export function officeWorld(
  world: Partial<LossWorld> & { readonly peakVisitors: number; readonly peakAgents: number },
): LossWorld {
  return {
    weeks: 8,
    visitors: (slot) => world.peakVisitors * dayShape(slot),
    agents: (slot) =>
      slot % 96 < 32 || slot % 96 >= 76 ? 0 : Math.max(1, Math.round(world.peakAgents * dayShape(slot))),
    holdingMinutes: 5,
    availability: 0.9,
    visitorsPerAgent: 1,
    dayCv: 0.1,
    slotCv: 0.1,
    seed: 1,
    ...world,
  }
}

export function poolOf(history: LossHistory, pool: Partial<Pick<FitPool, 'poolId' | 'members'>> = {}): FitPool {
  return {
    poolId: 'pool',
    members: ['agent'],
    cells: { ...history.cells, slot: history.cells.slot.map((slot) => slot + FIRST_SLOT) },
    demand: smoothed(history),
    ...pool,
  }
}

export function inputOf(pools: readonly FitPool[]): FitInput {
  return { timeZone: 'UTC', firstSlot: FIRST_SLOT, slots: pools[0]!.demand.length, pools }
}

export function fitPools(pools: readonly FitPool[], options: Partial<FitOptions> = {}): CoverageModel {
  return fitCoverageModel(inputOf(pools), { seed: 1, draws: 0, ...options })
}

/** Coverage rate of weeks under some schedule, as the model has it. */
export function rateUnder(model: PoolModel, demand: ArrayLike<number>, agents: (slotOfWeek: number) => number): number {
  const load = offeredLoad(demand, { holdingMinutes: model.holdingMinutes })
  let covered = 0
  let all = 0
  for (let slot = 0; slot < demand.length; slot++) {
    const slotOfWeek = slot % 672
    const factor = model.loadFactors[Math.floor(slotOfWeek / 4)]!
    covered += demand[slot]! * coverageWith(agents(slotOfWeek), load[slot]! * factor, model)
    all += demand[slot]!
  }
  return covered / all
}

export function rateOf(world: LossWorld): number {
  const { covered, total } = simulateLosses(world)
  return covered / total
}
