import type { Translation } from '../../../shared/language/catalogue.ts'
import type { fairness as english } from '../en/fairness.ts'

/** How evenly nights and weekends are shared. */
export const fairness: Translation<typeof english> = {
  title: 'Equidad',
  open: 'Equidad',
  agentsLink: 'Agentes',
  loading: 'Sumando las noches y los fines de semana…',
  intro:
    'Son horas poco deseadas las de {from} a {to} y todo el sábado y el domingo. La parte equitativa de un agente es proporcional a las horas que trabaja.',
  dates: 'Fechas',
  show: 'Mostrar',
  basis: 'Horas',
  bases: { worked: 'Trabajadas', planned: 'Programadas' },
  none: 'Nadie trabajó en estas fechas.',
  nonePlanned: 'Ningún plan publicado programa a nadie en estas fechas.',
  spread:
    'En promedio, los agentes se alejan {spread} de su parte equitativa, de {hours} de noche y en fines de semana.',
  outliers: '{count, plural, one {# agente está} other {# agentes están}} muy lejos de ella: {names}.',
  noOutliers: 'Nadie está muy lejos de ella.',
  agent: 'Agente',
  hours: 'Horas',
  nights: 'Noches',
  weekends: 'Fines de semana',
  early: 'Turnos tempranos',
  late: 'Turnos de tarde',
  holidays: 'Festivos',
  wishesKept: 'Preferencias respetadas',
  keptOf: '{kept} de {all}',
  kinds:
    'Un turno temprano empieza desde las {earlyFrom} y antes de las {earlyBefore}; uno de tarde termina después de las {lateAfter} y hasta las {lateTo}. Las preferencias se indican en cada agente.',
  unpopular: 'Horas poco deseadas',
  fair: 'Parte equitativa',
  difference: 'Diferencia',
}
