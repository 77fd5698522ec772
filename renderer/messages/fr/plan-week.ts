import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planWeek as english } from '../en/plan-week.ts'

/** The chart of a planned week on paper. */
export const planWeek: Translation<typeof english> = {
  visitorsTitle: 'Visiteurs attendus par heure',
  agentsTitle: 'Agents planifiés (ligne) et requis pour l’objectif (tirets)',
  coverageTitle: 'Couverture prévue avec sa plage à 80 % ; en pointillés : l’objectif, {target}',
  agentsTitleMinimum: 'Agents planifiés (ligne), requis pour l’objectif (tirets) et effectif minimal (pointillés)',
}
