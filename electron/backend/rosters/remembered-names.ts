import { z } from 'zod'
import type { ChosenNames } from '../../../shared/roster/match-names.ts'
import type { WorkStore } from '../../store/work-store.ts'

/** Names of files with the agents whom they mean; null: nobody who is known. In pairs, because a name may be any text. */
export type NamePairs = readonly (readonly [inFile: string, agentId: string | null])[]

const KEY = 'roster-names'
/** The newest stay. */
const MOST_REMEMBERED = 2_000
const stored = z.array(z.tuple([z.string(), z.string().nullable()]))

/** As matching wants them. */
export function namesOf(pairs: NamePairs): ChosenNames {
  return Object.fromEntries(pairs)
}

/** What the work thread does with the names that were chosen for agents. */
export function rosterNameFunctions(storeOf: (id: string) => WorkStore) {
  return {
    rosterNames: (id: string): NamePairs => namesIn(storeOf(id)),
    rememberRosterNames(id: string, names: NamePairs): void {
      const store = storeOf(id)
      const said = new Set(names.map(([inFile]) => inFile))
      const all = [...namesIn(store).filter(([inFile]) => !said.has(inFile)), ...names]
      store.setSettings({ [KEY]: all.slice(-MOST_REMEMBERED) })
    },
  }
}

/** Forgets the names by which an agent was meant. */
export function forgetRosterNames(store: WorkStore, agentId: string): void {
  const names = namesIn(store)
  const left = names.filter(([, meant]) => meant !== agentId)
  if (left.length === names.length) return
  if (left.length === 0) store.removeSetting(KEY)
  else store.setSettings({ [KEY]: left })
}

function namesIn(store: WorkStore): NamePairs {
  return stored.safeParse(store.setting(KEY)).data ?? []
}
