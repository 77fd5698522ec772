import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { capacityCommand as english } from '../en/capacity.ts'

/** `covercast capacity`. */
export const capacityCommand: Translation<typeof english> = {
  description:
    'Los próximos meses: visitantes, cobertura con un plan, agentes necesarios y qué cambian el crecimiento, las bajas y las contrataciones.',
  months: 'cuántos meses después del actual: 3, 6 o 12',
  plan: 'un archivo de plan, o el ID o nombre de un plan guardado (predeterminado: el plan vigente o, si no, la semana típica)',
  growth: 'crecimiento de los visitantes en porcentaje al mes, como 1.5 o -2',
  hires:
    'personas que se contratan: 2@2027-02-01, con días, horas y curva de aprendizaje como en predict --hire: 2@2027-02-01:Mo-Fr,09:00-17:00,ramp=50,75,90,100 (repetible)',
  attrition: 'porcentaje de los agentes del plan que se va al mes',
  target: 'cobertura que se quiere alcanzar, en porcentaje (predeterminado: el objetivo del espacio de trabajo)',
  costPerHour: 'cuánto cuesta una hora de un agente',
  value: 'cuánto vale un visitante atendido',
  monthsProblem: 'No se pueden pedir “{value}” meses.',
  monthsForm: 'Indique 3, 6 o 12.',
  percentProblem: '“{value}” no es un porcentaje al mes que se pueda suponer.',
  percentForm: 'Indique un número de {least} a {most}, como 1.5.',
  moneyForm: 'Indique un número de 0 a {most}, como 18.50.',
  hiresForm: 'Indique cuántos y desde cuándo, como 2@2027-02-01, o con días y horas 2@2027-02-01:Mo-Fr,09:00-17:30.',
  pdf: 'escribir también el estudio de contratación, de una página, en este archivo PDF',
  paper: 'papel del PDF',
  // The answer.
  recent: '{dates}: cobertura de {rate} de {visitors}, {missed} perdidos.',
  total:
    'Estos meses: cobertura de {rate} de {visitors}: {covered} atendidos, {missed} perdidos. El objetivo es {target}.',
  lost: 'El valor de los visitantes perdidos es {money}.',
  cost: 'El coste de las horas pagadas es {money}.',
  hired: '{count, plural, one {# contratación atiende} other {# contrataciones atienden}} {gained} más.',
  hiredMoney: 'Su valor es {worth} y su coste {cost}.',
  hiredBefore: 'Desde el {date} hasta estos meses atienden {gained} más.',
  pays: 'El primer mes que aporta tanto como cuesta es {month}.',
  paysNever: 'Ningún mes aporta tanto como cuesta.',
  paidBack: 'Todo lo que cuestan se recupera en {month}.',
  paidBackNever: 'Lo que cuestan no se recupera en estos meses.',
  month: 'Mes',
  visitors: 'Visitantes',
  coverage: 'Cobertura',
  range: 'Intervalo del 80 %',
  missed: 'Perdidos',
  gained: 'Por nuevos',
  hours: 'Horas',
  agents: 'Agentes',
  needed: 'Necesarios',
  lostColumn: 'Valor perdido',
  costColumn: 'Coste',
  fromTo: '{from}-{to}',
  sources: 'De dónde salen las cifras:',
  source: '- {text}',
}
