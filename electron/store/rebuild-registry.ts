import type { SourceSettings } from '../../shared/contract/source-settings.ts'
import { targetOf } from '../sync/postgres/connection-target.ts'
import { workspaceIds } from './workspace-list.ts'
import { readableProfile } from './readable-profile.ts'
import { workspacePaths } from './workspace-paths.ts'
import type { Registry, RegistryEntry } from './workspace-registry.ts'

/** What there is of a registry, with what the workspaces' own files say of the rest. Of those no connection is confirmed. */
export function rebuiltEntries(dataDir: string, known: Registry): Registry {
  const entries = workspaceIds(dataDir).flatMap((id): readonly (readonly [string, RegistryEntry])[] => {
    const entry = known.get(id)
    if (entry !== undefined) return [[id, entry]]
    const profile = readableProfile(workspacePaths(dataDir, id))
    return profile === null
      ? []
      : [[id, { name: profile.name, lastUsedAt: profile.lastUsedAt, source: profile.source, confirmedUrl: null }]]
  })
  return new Map(entries)
}

/** The URL that stands for a connection which was named here; null: there is none. */
export function confirmedUrlOf(source: SourceSettings | null): string | null {
  return source?.kind === 'postgres' ? targetOf(source.url).url : null
}
