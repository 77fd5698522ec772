import type { Translation } from '../../../shared/language/catalogue.ts'
import type { palette as english } from '../en/palette.ts'

/** The command palette. */
export const palette: Translation<typeof english> = {
  prompt: 'Befehle, Pläne, Agenten, Wochen suchen …',
  noMatch: 'Nichts gefunden',
  recent: 'Zuletzt',
  plans: 'Pläne',
  agents: 'Agenten',
  weeks: 'Wochen',
  planOf: 'Plan vom {dates}',
  agent: 'Agent',
  weekOf: 'Woche vom {date}',
  coverage: 'Abdeckung',
  inPlan: 'Dieser Plan',
}
