import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { suggest as english } from '../en/suggest.ts'

/** `covercast suggest`. */
export const suggest: Translation<typeof english> = {
  description:
    'Los cambios de un plan que atienden a más visitantes de una semana local, y cuánto más es posible como máximo.',
  plan: 'un archivo de plan, el ID de un plan guardado o la semana típica',
  rules:
    'un archivo de reglas; se cumplen todas sus reglas (predeterminado: las reglas del espacio de trabajo, sin infringir ninguna que el plan cumpla)',
  goal: 'atender a tantos visitantes como sea posible, o alcanzar un objetivo con las mínimas horas',
  target: 'cobertura que se quiere alcanzar, en porcentaje',
  targetPer: 'alcanzarla en la semana o en cada hora',
  moves: 'qué puede cambiar',
  addHours: 'horas de agente que se pueden agregar',
  pin: 'ID de los turnos que no se tocan',
  maxChanges: 'cuántos turnos pueden cambiar como máximo',
  gap: 'detenerse cuando el límite esté así de cerca, como parte de los visitantes atendidos',
  timeLimit: 'detenerse al cabo de estos segundos',
  fair: 'intercambiar turnos entre agentes para repartir con más equidad las noches y los fines de semana, perdiendo como máximo este porcentaje de los visitantes atendidos (predeterminado: 0.2)',
  save: 'guardar el plan sugerido con este nombre',
  targetProblem: 'Un objetivo de {target} % no es posible.',
  targetRange: 'Indique en --target más de 0 y 100 como máximo.',
  gapProblem: 'Una distancia de {gap} es mayor que el total.',
  gapForm: 'Indique --gap como una parte, por ejemplo, 0.005.',
  fairProblem: 'Una pérdida del {percent} % es más que todos los visitantes.',
  fairForm: 'Indique en --fair un porcentaje, por ejemplo, 0.2.',
  timeProblem: 'Un límite de tiempo de {seconds} s no es posible.',
  timeRange: 'Indique --time-limit de 1 a {most}.',
  cancelled: 'La sugerencia se canceló.',
  // The answer.
  thePlan: 'El plan',
  coverage: '{plan}, semana del {week}: cobertura {before} → {after} de {visitors}.',
  covered:
    '{covered} visitantes atendidos (intervalo del 80 %: de {lower} a {upper}), con {count, plural, one {# cambio} other {# cambios}}.',
  hours: 'Horas de agente: {before} → {after}.',
  hoursAndCost: 'Horas de agente: {before} → {after}. Coste: {costBefore} → {costAfter}.',
  leastHours: 'Ningún horario que alcance el objetivo requiere menos de {hours}.',
  leftWithExchanges: 'No se sabe cuánto más es posible cuando los agentes intercambian turnos.',
  leftUnknown: 'Aún no se sabe cuánto más es posible. Un --time-limit más largo puede averiguarlo.',
  nothingLeft: 'Ningún horario con estas reglas, horas, duraciones e inicios de turnos atiende a un visitante más.',
  left: 'Con estas reglas, horas, duraciones e inicios de turnos es posible atender como máximo a {count, plural, one {# visitante más} other {# visitantes más}} por semana.',
  leftShare:
    'Con estas reglas, horas, duraciones e inicios de turnos es posible atender como máximo a {count, plural, one {# visitante más} other {# visitantes más}} por semana ({share} de lo que se podría ganar).',
  fairness:
    'Distancia media a la parte equitativa de noches y fines de semana: {before} → {after}, con {count, plural, one {# intercambio} other {# intercambios}} y {lost} visitantes atendidos.',
  wishes: 'Preferencias respetadas: {before} → {after} de {all}.',
  fallback: 'La búsqueda se detuvo antes por un error. Esto es lo mejor que encontró hasta entonces.',
  nothingFound: 'En este tiempo no se encontró nada que haga lo pedido. Un --time-limit más largo puede encontrarlo.',
  nothing: 'Ningún cambio atiende a más visitantes.',
  who: 'Quién',
  what: 'Qué',
  from: 'De',
  to: 'A',
  visitors: 'Visitantes',
  unassigned: 'Sin asignar',
  kinds: {
    'move-break': 'Mover pausa',
    'move-start': 'Cambiar inicio',
    'move-day': 'Cambiar día',
    resize: 'Cambiar duración',
    add: 'Nuevo turno',
    remove: 'Quitar turno',
    reassign: 'Reasignar',
  },
  withBreak: '{shift} (pausa {breaks})',
  limits: 'Qué lo limita más (un paso, de uno en uno):',
  limit: '{gain} {who}: {text}',
  limitOfAll: '{gain} {text}',
  ofAgent: '{who}: {text}',
  stored: 'Guardado como “{name}” (ID {id}).',
  infeasible:
    'Ningún horario de la semana del {week} cumple todas las reglas. Las mínimas reglas que tendrían que ceder:',
  // By what visitors are worth.
  weighted: 'cubrir lo máximo según lo que valen los visitantes, por las reglas de páginas',
  weightedSummary:
    'Por valor: cobertura {before} → {after}, {gain} atendido. Lo que es posible y lo que aporta cada cambio también son por valor.',
  leftWeighted:
    'Con estas reglas, horas, duraciones e inicios de turnos es posible atender por valor como máximo {value} más por semana.',
  nothingLeftWeighted: 'Ningún horario con estas reglas, horas, duraciones e inicios de turnos atiende más por valor.',
  value: 'Por valor',
  fairnessWeighted:
    'Distancia media a la parte equitativa de noches y fines de semana: {before} → {after}, con {count, plural, one {# intercambio} other {# intercambios}} y {lost} atendido por valor.',
}
