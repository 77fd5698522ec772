import type { Translation } from '../../../shared/language/catalogue.ts'
import type { palette as english } from '../en/palette.ts'

/** The command palette. */
export const palette: Translation<typeof english> = {
  prompt: 'Rechercher commandes, plannings, agents…',
  noMatch: 'Rien trouvé',
  recent: 'Récents',
  plans: 'Plannings',
  agents: 'Agents',
  weeks: 'Semaines',
  // What is found, and what it is found by.
  planOf: 'Planning du {dates}',
  agent: 'Agent',
  weekOf: 'Semaine du {date}',
  coverage: 'Couverture',
  inPlan: 'Ce planning',
}
