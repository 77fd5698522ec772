import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'

interface Drafts {
  readonly all: ReadonlyMap<string, unknown>
  readonly keep: (key: string, draft: unknown) => void
}

const DraftsContext = createContext<Drafts | null>(null)

/** Keeps what was typed and not saved, for as long as the page is open. */
export function KeptDraftsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [all, setAll] = useState<ReadonlyMap<string, unknown>>(new Map())
  const keep = useCallback((key: string, draft: unknown) => setAll((before) => new Map(before).set(key, draft)), [])
  const drafts = useMemo<Drafts>(() => ({ all, keep }), [all, keep])
  return <DraftsContext value={drafts}>{children}</DraftsContext>
}

/** A draft that is still there when its screen is opened again; `key` says whose it is, and always belongs to drafts of one type. */
export function useKeptDraft<Draft>(key: string, empty: Draft): readonly [Draft, (draft: Draft) => void] {
  const drafts = use(DraftsContext)
  if (drafts === null) throw new Error('useKeptDraft needs a KeptDraftsProvider.')
  const { all, keep } = drafts
  const set = useCallback((draft: Draft) => keep(key, draft), [keep, key])
  return [(all.get(key) as Draft | undefined) ?? empty, set]
}
