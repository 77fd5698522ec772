import type { WorkspaceRecord } from '../threads/work-thread.ts'

/** The workspace of that name, whatever its case. */
export function byName(workspaces: readonly WorkspaceRecord[], name: string): WorkspaceRecord | null {
  return workspaces.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? null
}

/** The name itself, or with the first number that makes it new. */
export function freeName(workspaces: readonly WorkspaceRecord[], wanted: string): string {
  if (!byName(workspaces, wanted)) return wanted
  let number = 2
  while (byName(workspaces, `${wanted} ${number}`)) number += 1
  return `${wanted} ${number}`
}
