import type { PageRule } from '../../../shared/contract/page-rules.ts'
import { DAY_MS } from '../../../shared/foundation/minutes.ts'
import { chooseOrganization } from '../../sync/choose-organization.ts'
import type { Source } from '../../sync/source.ts'

/** Rules to try, saved or not. */
export interface TryPages {
  /** null: the source's only one. */
  readonly organizationId: string | null
  readonly column: string
  readonly rules: readonly PageRule[]
}

const TRIED_DAYS = 7

/** The visits of the last seven days by class, as the source counts them now. */
export async function tryPages(
  { source, organizationId, column, rules }: TryPages & { readonly source: Source },
  signal: AbortSignal,
) {
  const { now, organizations } = await source.describe(signal)
  const { id } = chooseOrganization(organizations, organizationId)
  const from = now - TRIED_DAYS * DAY_MS
  return { from, to: now, ...(await source.countPages({ organizationId: id, from, to: now, column, rules }, signal)) }
}
