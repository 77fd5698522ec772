import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planWeek as english } from '../en/plan-week.ts'

/** The chart of a planned week on paper. */
export const planWeek: Translation<typeof english> = {
  visitorsTitle: 'Visitantes esperados por hora',
  agentsTitle: 'Agentes programados (línea) y necesarios para el objetivo (línea discontinua)',
  agentsTitleMinimum:
    'Agentes programados (línea), necesarios para el objetivo (línea discontinua) y personal mínimo (línea de puntos)',
  coverageTitle: 'Cobertura prevista con su intervalo del 80 %; línea de puntos: el objetivo, {target}',
}
