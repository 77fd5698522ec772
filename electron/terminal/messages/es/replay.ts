import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { replay as english } from '../en/replay.ts'

/** `covercast replay`. */
export const replay: Translation<typeof english> = {
  description:
    'Cómo habrían sido los días pasados con un plan: los visitantes que llegaron de verdad, con los agentes que programa.',
  plan: 'un archivo de plan, o el ID o nombre de un plan guardado',
  from: 'primera fecha local (predeterminado: cuatro semanas antes de --to)',
  to: 'última fecha local (predeterminado: ayer)',
  eachWeek: 'aprender la asistencia y el modelo antes de cada semana, no una sola vez antes de la primera',
  // The answer.
  actual: 'Real: cobertura de {rate} de {visitors}, {covered} atendidos, {missed} perdidos.',
  replayed:
    'Con {plan}: cobertura de {rate} (intervalo del 80 %: de {lower} a {upper}), {covered} atendidos, {missed} perdidos.',
  difference: 'Diferencia: {covered} visitantes atendidos (intervalo del 80 %: de {lower} a {upper}).',
  learnedBefore: 'La asistencia y el modelo se aprendieron de lo que se sabía antes del {date}.',
  learnedEachWeek: 'La asistencia y el modelo se aprendieron antes de cada semana.',
  known: 'Solo cuenta el tiempo sincronizado: el {share} del intervalo.',
  repeated: 'El plan no tiene fechas en este intervalo, así que sus semanas se repitieron.',
  thePlan: 'el plan',
  visitors: 'Visitantes',
  actualRate: 'Real',
  planRate: 'Con el plan',
  range: 'Intervalo del 80 %',
  change: 'Atendidos +/-',
  agents: 'Agentes',
  planAgents: 'Planificados',
  byHour: 'Por hora del día:',
  hour: 'Hora',
  fromTo: '{from}-{to}',
}
