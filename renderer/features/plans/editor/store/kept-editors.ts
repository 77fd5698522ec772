import type { Editor } from './editor-store.ts'

/** Plans that were left while edits were not on the disk. */
export interface KeptEditors {
  /** The editor to go on with where the plan is opened as this revision; null: the plan as it is stored. */
  readonly find: (key: string, revision: number) => Editor | null
  /** Keeps an editor whose edits are not on the disk; it goes on saving them. */
  readonly leave: (key: string, editor: Editor) => void
  /** It is open again. */
  readonly take: (key: string) => void
  /** Whether edits of plans that were left are still not on the disk. */
  readonly hasUnsaved: () => boolean
}

/** Keeps plans that were left before their edits were saved, as long as the window is open. */
export function createKeptEditors(): KeptEditors {
  const kept = new Map<string, Editor>()
  return {
    find(key, revision) {
      const editor = kept.get(key)
      if (editor === undefined) return null
      // What was saved since may be ahead of a document that was read meanwhile; behind it, another window changed the plan.
      return !isSaved(editor) || editor.store.getState().revision >= revision ? editor : null
    },
    leave(key, editor) {
      if (!isSaved(editor)) kept.set(key, editor)
    },
    take: (key) => void kept.delete(key),
    hasUnsaved: () => [...kept.values()].some((editor) => !isSaved(editor)),
  }
}

/** Whether every edit is on the disk. */
export function isSaved({ store }: Pick<Editor, 'store'>): boolean {
  return store.getState().saving.kind === 'saved'
}
