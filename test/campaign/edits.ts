import { openWork } from '../../electron/store/open-workspace.ts'
import type { WorkspacePaths } from '../../electron/store/workspace-paths.ts'
import type { ServedApp } from '../support/served-app.ts'

/** A plan that is edited by adding one shift after the other, so that every edit can be looked for. */
export interface EditedPlan {
  readonly planId: string
  /** How many edits were answered as stored. */
  acknowledged: number
}

export async function createEditedPlan({ client }: ServedApp, workspaceId: string): Promise<EditedPlan> {
  const { id } = await client.plans.create.mutate({
    workspaceId,
    plan: { name: 'October', timeZone: 'UTC', poolId: null, kind: 'weekly', shifts: [] },
  })
  return { planId: id, acknowledged: 0 }
}

/** Adds the next shift, and counts it once it is answered. */
export async function editOnce({ client }: ServedApp, workspaceId: string, plan: EditedPlan): Promise<void> {
  const number = plan.acknowledged
  const added = {
    id: shiftId(number),
    agentId: null,
    day: number % 7,
    startMinute: 480,
    endMinute: 960,
    breaks: [],
    note: '',
  }
  await client.plans.edit.mutate({
    workspaceId,
    planId: plan.planId,
    expectedRevision: number + 1,
    operations: [
      { kind: 'do', step: { id: `step-${number}`, label: 'Add a shift', removed: [], added: [added], details: null } },
    ],
  })
  plan.acknowledged = number + 1
}

/** Edits that were answered as stored, and are not there. */
export function lostEdits(paths: WorkspacePaths, plan: EditedPlan): number {
  const { work } = openWork({ paths, now: Date.now })
  try {
    if (work.plans.list().every(({ id }) => id !== plan.planId)) return plan.acknowledged
    const there = new Set(work.plans.get(plan.planId).plan.shifts.map(({ id }) => id))
    return Array.from({ length: plan.acknowledged }, (_, number) => shiftId(number)).filter((id) => !there.has(id))
      .length
  } finally {
    work.close()
  }
}

function shiftId(number: number): string {
  return `shift-${number}`
}
