import type { SourceSettings } from '../../../shared/contract/source-settings.ts'
import { targetOf } from '../../sync/postgres/connection-target.ts'

/** A source with its URL as a connection is made from it, so that what is shown is what is reached. null: it is no source. */
export function withCanonicalUrl(source: SourceSettings | null): SourceSettings | null {
  if (source?.kind !== 'postgres') return source
  try {
    return { ...source, url: targetOf(source.url).url }
  } catch {
    // Nothing that Covercast wrote.
    return null
  }
}
