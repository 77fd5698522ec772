import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planWeek as english } from '../en/plan-week.ts'

/** The chart of a planned week on paper. */
export const planWeek: Translation<typeof english> = {
  visitorsTitle: 'Erwartete Besucher pro Stunde',
  agentsTitle: 'Agenten eingeplant (Linie) und für das Ziel erforderlich (gestrichelt)',
  agentsTitleMinimum: 'Agenten eingeplant (Linie), für das Ziel nötig (gestrichelt) und Mindestbesetzung (gepunktet)',
  coverageTitle: 'Vorhergesagte Abdeckung mit ihrem 80-%-Bereich, gepunktet: das Ziel, {target}',
}
