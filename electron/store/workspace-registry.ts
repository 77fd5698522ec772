import { clip } from '../../shared/foundation/clip.ts'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/foundation/errors.ts'
import { sourceSettingsSchema } from '../../shared/contract/source-settings.ts'
import type { SourceSettings } from '../../shared/contract/source-settings.ts'
import { withCanonicalUrl } from './canonical-source.ts'
import { refuseSecrets } from './no-secrets.ts'
import { writePrivateFile } from './private-files.ts'
import { withStoreErrors } from './store-errors.ts'
import type { WorkspacePaths } from './workspace-paths.ts'
import { isWorkspaceId } from './workspace-paths.ts'

/**
 * What this computer knows of its workspaces besides their own files: enough to find the one of a source when a file of it is damaged, and
 * which connection its user named or confirmed here. It lies beside the workspaces' folder, so that a folder that is copied into it brings
 * no confirmation along. It holds no password.
 */
export interface RegistryEntry {
  readonly name: string
  readonly lastUsedAt: number
  readonly source: SourceSettings | null
  /** The connection's URL that a user of this computer named or confirmed; null: none, and nothing may connect. */
  readonly confirmedUrl: string | null
}

export type Registry = ReadonlyMap<string, RegistryEntry>

const VERSION = 1
const LONGEST_NAME = 200

const entrySchema = z.object({
  name: z.string().min(1).max(LONGEST_NAME),
  lastUsedAt: z.int(),
  source: sourceSettingsSchema.nullable(),
  confirmedUrl: z.string().nullable(),
})
const documentSchema = z.object({ version: z.int().min(1), workspaces: z.record(z.string(), z.unknown()) })

export interface FoundRegistry {
  readonly entries: Registry
  /** 'damaged': some or all of it could not be read. */
  readonly state: 'whole' | 'missing' | 'damaged'
}

export function registryFile(dataDir: string): string {
  return join(dataDir, 'workspaces.json')
}

/** The registry as it is; what cannot be read of it is left out. Throws 'store-newer' for one of a later Covercast. */
export function readRegistry(dataDir: string): FoundRegistry {
  const file = registryFile(dataDir)
  return withStoreErrors('the list of workspaces', () => {
    if (!existsSync(file)) return { entries: new Map(), state: 'missing' }
    const document = parsed(readFileSync(file, 'utf8'))
    if (document === null) return { entries: new Map(), state: 'damaged' }
    if (document.version > VERSION) throw newerRegistry()
    const read = Object.entries(document.workspaces).flatMap(([id, value]) => {
      const entry = entrySchema.safeParse(value)
      return isWorkspaceId(id) && entry.success ? [[id, entry.data as RegistryEntry] as const] : []
    })
    return {
      entries: new Map(read),
      state: read.length === Object.keys(document.workspaces).length ? 'whole' : 'damaged',
    }
  })
}

/** What is known of one workspace; null: nothing. */
export function registryEntryOf(paths: WorkspacePaths): RegistryEntry | null {
  return readRegistry(dirname(dirname(paths.folder))).entries.get(paths.id) ?? null
}

/** Replaces the registry, whole or not at all. Call while the workspaces' folder is locked. */
export function writeRegistry(dataDir: string, entries: Registry): void {
  const workspaces = Object.fromEntries([...entries].map(([id, entry]) => [id, registrable(id, entry)]))
  const document = { version: VERSION, workspaces }
  withStoreErrors('the list of workspaces', () =>
    writePrivateFile(registryFile(dataDir), `${JSON.stringify(document, null, 2)}\n`),
  )
}

/** What may stand in the registry of an entry: a workspace's file that somebody else made must not spoil it for the others. */
function registrable(id: string, entry: RegistryEntry): RegistryEntry {
  const name = clip(entry.name, LONGEST_NAME) || id
  const source = withoutSecrets(withCanonicalUrl(entry.source))
  return {
    name,
    lastUsedAt: Number.isSafeInteger(entry.lastUsedAt) ? entry.lastUsedAt : 0,
    source,
    confirmedUrl: entry.confirmedUrl,
  }
}

function withoutSecrets(source: SourceSettings | null): SourceSettings | null {
  try {
    refuseSecrets(source)
    return source
  } catch {
    return null
  }
}

function parsed(text: string): z.infer<typeof documentSchema> | null {
  try {
    return documentSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

function newerRegistry(): AppError {
  return new AppError({
    code: 'store-newer',
    message: 'The list of workspaces (workspaces.json) was written by a newer Covercast.',
    kept: 'Nothing was changed.',
    next: 'Update Covercast to use this data folder.',
  })
}
