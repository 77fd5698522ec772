import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { recommend as english } from '../en/recommend.ts'

/** `covercast recommend`. */
export const recommend: Translation<typeof english> = {
  description: 'Qué horas conviene reforzar, con cuántos agentes y qué aporta (predeterminado: los últimos 30 días).',
  target: 'cobertura que se quiere alcanzar, 50-100 (predeterminado: la del espacio de trabajo o, si no, 90)',
  targetProblem: 'Un objetivo de {target} % no es posible.',
  targetRange: 'Indique --target de {lowest} a {highest}.',
  notSynced: 'Sin datos de cobertura: este intervalo no está sincronizado.',
  syncFirst: 'Elija otras fechas o sincronícelas primero: covercast sync',
  noVisitors: 'Sin datos de cobertura: no hubo visitantes en este intervalo.',
  missed: '{missed} de {visitors} perdidos.',
  notWorthwhile:
    'Ninguna hora justifica otro agente: {count, plural, one {# hora de la semana queda} other {# horas de la semana quedan}} por debajo del {target}, pero un agente más atendería a menos de un visitante por hora.',
  good: 'La dotación es buena: ninguna hora de la semana queda por debajo del {target}.',
  under:
    'Horas que quedan por debajo del {target} (donde llegaron pocos visitantes cuenta también la cobertura habitual):',
  together: 'Todos los grupos juntos, para agentes que los atienden todos',
  byPool: 'Grupo por grupo',
  none: 'Ninguna.',
  noPool: 'Sin grupo',
  // The table.
  number: 'N.º',
  when: 'Cuándo',
  pool: 'Grupo',
  missedTitle: 'Perdidos',
  visitors: 'Visitantes',
  coverage: 'Cobertura',
  priority: 'Prioridad',
  priorities: { critical: 'crítica', high: 'alta', medium: 'media', low: 'baja' },
  agents: 'Agentes',
  gain: 'Ganancia por semana',
  more: '{count} más, con menos perdidos: use --json.',
  // By what visitors are worth.
  weighted: 'ponderar los visitantes perdidos según lo que valen, por las reglas de páginas',
  weightedSummary:
    'Por valor, {missed} de {total} perdidos. El valor decide el orden, la prioridad y qué horas justifican un agente.',
  missedValue: 'Perdidos por valor',
  gainValue: 'Ganancia por semana, por valor',
}
