import type { Translation } from '../../../shared/language/catalogue.ts'
import type { recommendations as english } from '../en/recommendations.ts'

/** Hours to staff better, on the coverage and the staffing screen and on paper. */
export const recommendations: Translation<typeof english> = {
  // Of all that the listed hours miss.
  priorityClasses: { A: 'A · primer 50 %', B: 'B · siguiente 30 %', C: 'C · último 20 %' },
  priorities: { critical: 'Crítica', high: 'Alta', medium: 'Media', low: 'Baja' },
  allDay: '{days}, todo el día',
  moreAgents: '{count, plural, one {+# agente} other {+# agentes}}',
  addShift: 'Agregar un turno para esto',
  addShifts: 'Agregar turnos para esto',
  freeMovesName: 'Sin horas adicionales',
  freeMoves:
    'Mover {count, plural, one {una pausa} other {# pausas}} atiende a {gain, plural, one {# visitante más} other {# visitantes más}} por semana, sin una sola hora adicional.',
  freeMovesIn:
    '{when}: {missed, plural, one {# visitante perdido} other {# visitantes perdidos}}. Mover {count, plural, one {una pausa} other {# pausas}} atiende a {within} más por semana en estas horas, y a {gain} más en total, sin una sola hora adicional.',
  planFreeMoves: 'Mejorar',
  wonFew: 'menos de un visitante más atendido por semana',
  won: 'unos {count, plural, one {# visitante más atendido} other {# visitantes más atendidos}} por semana',
  allCovered: '{count, plural, one {Se atendió al único visitante.} other {Se atendió a los # visitantes.}}',
  missed: '{missed} de {count, plural, one {# visitante perdido} other {# visitantes perdidos}}.',
  missedWhere:
    '{missed} de {count, plural, one {# visitante perdido} other {# visitantes perdidos}}, {how, select, most {la mayoría} other {muchos}} de ellos {where}.',
  missedInPools:
    '{missed} de {count, plural, one {# visitante perdido} other {# visitantes perdidos}}, {how, select, most {la mayoría} other {muchos}} de ellos en {pools}.',
  /** All suggestions together, and the first of them. */
  takesFew: 'Juntas requieren {hours} por semana y atienden a menos de un visitante más por semana.',
  takes:
    'Juntas requieren {hours} por semana y atienden a unos {count, plural, one {# visitante más} other {# visitantes más}} por semana.',
  firstThree: 'Las tres primeras aportan el {share} de eso con {hours}.',
  notWorthTitle: 'Ninguna hora justifica otro agente',
  notWorth:
    '{count, plural, one {Una hora de la semana queda} other {# horas de la semana quedan}} por debajo del {target}, pero llegan muy pocos visitantes: un agente más atendería a menos de un visitante por hora.',
  noPoolTitle: 'Sin recomendación para este grupo',
  noPool: 'Sus visitas atendidas no se registran en ningún grupo, así que no se sabe a cuántos atendería otro agente.',
  goodTitle: 'La dotación es buena',
  good: 'Ninguna hora de la semana queda por debajo del {target}.',
}
