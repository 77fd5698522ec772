import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { EditorState } from './editor-state.ts'
import type { Editor } from './editor-store.ts'

/** The plan that is open. */
export const EditorContext = createContext<Editor | null>(null)

/** What may be done to the open plan; never another object while it is open. */
export function useEditor(): Editor {
  const editor = use(EditorContext)
  if (editor === null) throw new Error('useEditor needs an EditorContext.')
  return editor
}

/** A part of the open plan's state; the component is drawn again only when that part is another value. */
export function useEditorState<T>(select: (state: EditorState) => T): T {
  return useStore(useEditor().store, select)
}
