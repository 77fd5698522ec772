import {
  createWorkThread,
  type WorkThread,
  type WorkThreadOptions,
} from '../../electron/backend/threads/work-thread.ts'

/** The functions of the work thread in this one, as their caller sees them: each answers by a promise. */
export function openWorkThread(options: WorkThreadOptions): WorkThread & { readonly close: () => void } {
  const { functions, close } = createWorkThread(options)
  const called = Object.entries(functions).map(([name, run]) => [
    name,
    async (...args: never[]) => (run as (...args: never[]) => unknown)(...args),
  ])
  return { ...(Object.fromEntries(called) as WorkThread), close }
}
