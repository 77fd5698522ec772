import type { Formatter } from '../../../format/formatter.ts'
import type { AgentFilePreview } from './agent-file-types.ts'

/** "12 rows · 10 new entries · 2 known already". */
export function foundText(read: AgentFilePreview, format: Formatter): string {
  const { agentImport: t } = format.texts
  const rows = t.found.rows({ count: read.rows })
  if (read.kind === 'availability') return [rows, t.found.agents({ count: read.agents })].join(' · ')
  const known = read.known === 0 ? [] : [t.found.known({ count: format.count(read.known) })]
  return [rows, t.found.added({ count: read.added }), ...known].join(' · ')
}

/** What was stored of a file. */
export function storedText(read: AgentFilePreview, format: Formatter): string {
  const { agentImport: t } = format.texts
  const stored =
    read.kind === 'availability'
      ? t.replacedAvailability({ count: read.agents })
      : t.addedTimeOff({ added: read.added, known: read.known })
  return read.notUnderstoodCount === 0 ? stored : `${stored} ${t.left({ count: read.notUnderstoodCount })}`
}
