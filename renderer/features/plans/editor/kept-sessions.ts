import type { EditorSession } from './editor-session.ts'
import type { PlanSaver } from './plan-saver.ts'

export interface PlanWork {
  readonly session: EditorSession
  readonly saver: PlanSaver
}

/** What was left while edits were not on the disk. */
export interface KeptSessions {
  /** What is to be gone on with where the plan is opened as this revision; null: the plan as it is stored. */
  readonly find: (key: string, revision: number) => PlanWork | null
  /** Keeps work whose edits are not on the disk; it goes on being saved. */
  readonly leave: (key: string, work: PlanWork) => void
  /** It is open again. */
  readonly take: (key: string) => void
  /** Whether edits that were left are still not on the disk. */
  readonly hasUnsaved: () => boolean
}

/** Keeps plans that were left before their edits were saved, as long as the window is open. */
export function createKeptSessions(): KeptSessions {
  const kept = new Map<string, PlanWork>()
  return {
    find(key, revision) {
      const found = kept.get(key)
      if (found === undefined) return null
      // What was saved since may be ahead of a document that was read meanwhile; behind it, another window changed the plan.
      return found.saver.state().kind !== 'saved' || found.saver.revision() >= revision ? found : null
    },
    leave(key, work) {
      if (work.saver.state().kind !== 'saved') kept.set(key, work)
    },
    take: (key) => void kept.delete(key),
    hasUnsaved: () => [...kept.values()].some(({ saver }) => saver.state().kind !== 'saved'),
  }
}
