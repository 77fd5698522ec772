import type { Translation } from '../../language/catalogue.ts'
import type { reasons as english } from '../en/reasons.ts'

/** Why visitors are missed in hours that a recommendation is about. */
export const reasons: Translation<typeof english> = {
  'no-agent-data': 'No hay datos de agentes en estas horas.',
  allOffline: 'Ningún agente en línea para todos los visitantes perdidos.',
  'nobody-online': 'Ningún agente en línea para el {share} de los visitantes perdidos.',
  'lunch-dip': 'Bajada a la hora de comer: {agents} en línea, {around} antes y después.',
  'fewer-than-around': 'Menos agentes que en las horas cercanas: {agents} en línea, {around} antes y después.',
  busy: 'Más visitantes de los que estos agentes pueden atender: {visitors} por hora para {agents} en línea.',
  'few-agents': 'Pocos agentes para los visitantes: {agents} en línea para {visitors} visitantes por hora.',
  rule: 'No hay datos suficientes para ajustar el modelo, así que los agentes siguen una regla general: el {share} de los visitantes perdidos habría llamado ({ring, select, own {según el recuento} pools {según el recuento de todos los grupos} other {un valor típico}}{overstated, select, yes {; los visitantes derivados cuentan cada vez, así que pueden bastar menos agentes} other {}}), una llamada dura {minutes} min ({call, select, own {según el recuento} pools {según el recuento de todos los grupos} other {un valor típico}}) y un agente atiende {count, plural, one {# llamada} other {# llamadas}} por hora.',
  enough: 'Cada agente adicional atendería a menos de un visitante más por hora.',
}
