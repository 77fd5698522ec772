import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { assuming as english } from '../en/assuming.ts'

/** Options for what a plan takes of the world to be otherwise, and what is wrong with their values. */
export const assuming: Translation<typeof english> = {
  demand:
    'suponer más o menos visitantes: +20%, Tu,10:00-14:00=+40%, 2026-12-01T10:00/14:00=+40% o 2026-12-01..2026-12-03=-10%; con POOL: delante, solo los de un grupo, y con none:, los que no tienen grupo (repetible)',
  absent: 'suponer que un agente está ausente: ann:2026-12-01..2026-12-03 o ann:2026-12-01T09:00/12:00 (repetible)',
  hire: 'suponer contrataciones: 2@2026-12-07:Mo-Fr,09:00-17:30, con su parte de un agente completo por semana como ,ramp=50,75,90,100 (repetible)',
  offPhone:
    'suponer tiempo fuera de línea, como una reunión: Tu,10:00-11:00 para todos, con AGENT: delante para un solo agente (repetible)',
  handling: 'suponer que los visitantes ocupan a un agente más o menos tiempo: +10%',
  availability: 'suponer que los agentes en línea están disponibles más o menos a menudo, en puntos: -5',
  notDemand: '“{value}” no es un supuesto sobre los visitantes.',
  demandForm: 'Indique un porcentaje, como +20%, o un tiempo y un porcentaje, como 2026-12-01T10:00/14:00=+40%.',
  notAbsence: '“{value}” no indica quién está ausente y cuándo.',
  absenceForm: 'Indique un agente y fechas, como ann:2026-12-01..2026-12-03 o ann:2026-12-01T09:00/12:00.',
  notOffPhone: '“{value}” no es un tiempo.',
  offPhoneForm: 'Indique días y horas, como Tu,10:00-11:00, o fechas y horas, como 2026-12-01T10:00/11:00.',
  notHires: '“{value}” no indica a quién se contrata.',
  hiresForm: 'Indique cuántos, desde cuándo y qué días y horas, como 2@2026-12-07:Mo-Fr,09:00-17:30.',
  notPercent: '“{value}” no es un porcentaje.',
  handlingForm: 'Indíquelo con su signo, como --handling +10% o --handling -5%.',
  notPoints: '“{value}” no es un número de puntos.',
  availabilityForm: 'Indíquelo con su signo, como --availability -5.',
  notHours: '“{value}” no son horas de un día.',
  notOnGrid: '“{value}” no está en cuartos de hora.',
  hoursForm: 'Indique horas como 09:00-17:30. Un fin que no es posterior al inicio es del día siguiente.',
  endsBefore: '{to} es anterior a {from}.',
  earlierFirst: 'Indique primero la fecha anterior.',
  tooFar: '“{value}” va más allá de lo que se puede suponer.',
  limits:
    'Indique visitantes de {leastDemand}% a +{most}%, tiempo de gestión de {leastHandling}% a +{most}%, disponibilidad de -100 a 100 puntos, hasta {hires} contrataciones y una curva de aprendizaje de hasta {weeks} semanas de 0 a 100.',
  nothingPredicted: 'No se predijo nada.',
  assumed: 'Supuesto: {assumptions}.',
  elsewhere: '“{assumption}” es para {dates}. No cambia nada de {from} a {to}.',
  fromDate: '{date} y después',
  untilDate: '{date} y antes',
}
