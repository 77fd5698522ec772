import { choicesOf, mappingOf, type SourceChoices } from '../../../shared/contract/source/choices.ts'
import type { SourceMappingInput } from '../../../shared/contract/source/mapping.ts'
import type { ServerTables } from '../../../shared/contract/source/server-tables.ts'
import { suggestChoices } from '../../../shared/contract/source/suggest.ts'

/** The tables of a server, and those that are picked. */
export interface PickedTables {
  readonly server: ServerTables
  readonly choices: SourceChoices
  /** The mapping that the choices began with; null: all is written out. */
  readonly before: SourceMappingInput | null
}

/** A mapping that works, or that somebody wrote, is where the choices begin; else what the tables suggest. */
export function startingChoices(
  server: ServerTables,
  {
    mapping,
    isNew,
    works,
  }: { readonly mapping: SourceMappingInput | null; readonly isNew: boolean; readonly works: boolean },
): PickedTables {
  const isKept = works || !isNew || mapping !== null
  return {
    server,
    choices: isKept ? choicesOf(mapping ?? {}, server.tables) : suggestChoices(server.tables),
    before: isKept ? (mapping ?? {}) : null,
  }
}

/** null: what is usual. */
export function mappingIn({ server, choices, before }: PickedTables): SourceMappingInput | null {
  const mapping = mappingOf(choices, { tables: server.tables, before })
  return mapping === null || Object.keys(mapping).length === 0 ? null : mapping
}
