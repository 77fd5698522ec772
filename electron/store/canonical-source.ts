import { sourceSettingsSchema, type SourceSettings } from '../../shared/contract/source-settings.ts'
import { targetOf } from '../sync/postgres/connection-target.ts'

/**
 * A stored source with its URL as a connection is made from it, so that what is shown is what is reached, and without a password that
 * somebody may have put there. null: it is nothing that Covercast wrote.
 */
export function withCanonicalUrl(stored: unknown): SourceSettings | null {
  const { data: source } = sourceSettingsSchema.safeParse(stored)
  if (source?.kind !== 'postgres') return source ?? null
  try {
    return { ...source, url: targetOf(source.url).url }
  } catch {
    return null
  }
}
