import { onTestFinished } from 'vitest'
import type { Plan, Shift } from '../../../shared/plan/plan.ts'
import type { PlanOperation, PlanStep } from '../../../shared/plan/step.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import type { WorkStore } from '../../../electron/store/work-store.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { NOW } from './temp-store.ts'

/** A workspace's work, closed when the test ends. */
export function openedWork(paths: WorkspacePaths, instant = NOW): WorkStore {
  const { work } = openWork({ paths, now: () => instant })
  onTestFinished(() => work.close())
  return work
}

export function shift(id: string, values: Partial<Shift> = {}): Shift {
  return {
    id,
    agentId: 'ann',
    day: 1,
    startMinute: 540,
    endMinute: 1020,
    breaks: [{ startMinute: 720, endMinute: 750 }],
    note: '',
    ...values,
  }
}

export function planWith(shifts: readonly Shift[], values: Partial<Plan> = {}): Plan {
  return { name: 'October', timeZone: 'America/New_York', poolId: null, kind: 'weekly', shifts, ...values }
}

export function step(id: string, values: Partial<PlanStep> = {}): PlanStep {
  return { id, label: 'Change shifts', removed: [], added: [], details: null, ...values }
}

export function doing(id: string, values: Partial<PlanStep> = {}): PlanOperation {
  return { kind: 'do', step: step(id, values) }
}

export const UNDO: PlanOperation = { kind: 'undo' }
export const REDO: PlanOperation = { kind: 'redo' }
