import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { plans as english } from '../en/plans.ts'

/** `covercast plan`. */
export const plans: Translation<typeof english> = {
  description: 'Lista, muestra, importa, exporta, publica y retira los planes guardados.',
  list: 'Lista los planes guardados, el último modificado primero.',
  show: 'Muestra un plan, por su ID o nombre, como cuadro de turnos.',
  export: 'Escribe un plan, por su ID o nombre, en un archivo de plan.',
  publish:
    'Publica un plan, por su ID o nombre. El plan y su previsión se guardan tal como están ahora, para que pueda compararlos con lo que ocurra.',
  from: 'fecha local en la que empieza su primera semana',
  to: 'una fecha de su última semana (predeterminado: hasta que se publique otro plan)',
  withdraw:
    'Retira las semanas de un plan publicado que no han empezado. Las semanas anteriores se conservan, con sus previsiones.',
  notPublished: 'No se publicó nada.',
  noPublication: '“{plan}” no está publicado, así que no hay nada que retirar.',
  seeList: 'Consulte `covercast plan list` para ver los planes publicados.',
  exported: '“{plan}” se escribió en {file}.',
  // The list.
  noneYet: 'Aún no hay ningún plan. Importe uno con `covercast plan import FILE` o créelo en la aplicación.',
  name: 'Nombre',
  kind: 'Tipo',
  state: 'Estado',
  live: 'Vigente',
  shifts: 'Turnos',
  hours: 'Horas',
  changed: 'Modificado ({zone})',
  id: 'ID',
  kinds: { weekly: 'semanal', dated: 'con fechas' },
  states: { draft: 'borrador', published: 'publicado', changed: 'publicado, editado después' },
  archived: 'archivado, {state}',
  fromOn: 'desde el {date}',
  fromTo: 'del {from} al {to}',
  // One plan.
  allPools: 'todos los grupos',
  pool: 'grupo {pool}',
  hoursAWeek: '{hours} por semana',
  publication: 'Publicado {time}: {weeks}.',
  publicationLive: 'Publicado {time}: {weeks}, vigente ahora.',
  noShifts: 'Aún no tiene turnos.',
  unassigned: 'Sin asignar',
  agent: 'Agente',
  date: 'Fecha',
  shift: 'Turno',
  breaks: 'Pausas',
  note: 'Nota',
  rotation: '{count, plural, one {rotación de # semana} other {rotación de # semanas}}',
  weekOf: 'Semana {week}, {dates}',
  exceptions:
    '{count, plural, one {# día de un agente difiere} other {# días de agentes difieren}} de la rotación: véase --json.',
  tooMany:
    '{count, plural, one {# turno: use --json para verlo} other {# turnos: use --json para verlos}}, o `covercast plan export`.',
  // Published and withdrawn.
  published: '“{plan}” está publicado: {weeks} (versión {version}).',
  overlaps:
    '“{other}” está publicado para algunas de las mismas semanas: {weeks}. Allí lo sustituye “{plan}”, más reciente.',
  predicted:
    'La previsión de {count, plural, one {su primera semana} other {sus primeras # semanas}} está guardada para comparar.',
  notPredicted: 'No se pudieron predecir todas las semanas: {why} La próxima sincronización lo intentará de nuevo.',
  withdrawn: 'Retirado. “{plan}” termina antes del {date}.',
  noneBegun: 'No había empezado ninguna de sus semanas.',
  weeksKept: 'Estuvo vigente {weeks}; las previsiones de estas semanas se conservan.',
  noneLive: 'Desde entonces no hay ningún plan publicado.',
  liveAgain: '“{plan}” vuelve a estar vigente desde entonces.',
}
