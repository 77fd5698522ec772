import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { imports as english } from '../en/imports.ts'

/** `covercast plan import`. */
export const imports: Translation<typeof english> = {
  description:
    'Guarda un cuadro de turnos (CSV, TSV, XLSX, ODS, iCalendar) o un archivo de plan como plan nuevo, o pone sus semanas en uno guardado.',
  name: 'nombre del plan nuevo (predeterminado: el del archivo)',
  into: 'sustituir las semanas del archivo en este plan, por su ID o nombre',
  sheet: 'hoja de un libro (predeterminado: la primera con un cuadro de turnos)',
  dateOrder: 'cómo se leen fechas como 02/03/2026 (predeterminado: como muestra el archivo)',
  match: 'archivo JSON que indica a qué agentes se refieren los nombres',
  absences: 'agregar las ausencias',
  noRotation: 'mantener como semanas concretas las que se alternan',
  strict: 'no guardar nada si algo no se entendió',
  dryRun: 'mostrar qué se guardaría',
  notNames: 'El archivo {file} no indica a qué agentes se refieren los nombres.',
  namesForm: 'Indique un objeto JSON como {example}.',
  entriesNotUnderstood: '{count, plural, one {# entrada no se entendió.} other {# entradas no se entendieron.}}',
  nothingStored: 'No se guardó nada.',
  correct: 'Corríjalas en el archivo u omita --strict.',
  notAName: 'Esto no puede ser el nombre de un plan.',
  nameForm: 'Indique en --name de 1 a {most} caracteres.',
  // What was read.
  shifts: '{count, plural, one {# turno} other {# turnos}}',
  unassigned: '{count} sin asignar',
  agents: '{count, plural, one {# agente} other {# agentes}}',
  datesAs: { dmy: 'fechas como día/mes/año', mdy: 'fechas como mes/día/año', ymd: 'fechas como año/mes/día' },
  sheetNamed: 'hoja “{name}”',
  unused: 'Columnas no usadas: {columns}',
  columnNamed: '{name} ({column})',
  columnNumber: 'columna {column}',
  notUnderstood: 'No entendido',
  changed: 'Modificado',
  names: 'Nombres',
  firstOf: '{title} (los primeros {count} de {all})',
  firstOfMore: '{title} (los primeros {count} de {all}; --json tiene más)',
  row: 'Fila',
  column: 'Columna',
  text: 'Texto',
  why: 'Por qué',
  inFile: 'En el archivo',
  agent: 'Agente',
  foundBy: 'Encontrado por',
  or: '{one} o {other}',
  absencesFound:
    '{count, plural, one {# ausencia encontrada; --absences la agrega.} other {# ausencias encontradas; --absences las agrega.}}',
  absencesDry: '{count, plural, one {Se agregaría # ausencia.} other {Se agregarían # ausencias.}}',
  absencesAdded: '{count, plural, one {Se agregó # ausencia.} other {Se agregaron # ausencias.}}',
  // What was stored.
  noPlan: 'No se guardó ningún plan: el archivo no tiene turnos.',
  stored: '“{plan}” se guardó: {count, plural, one {# turno} other {# turnos}}, {hours} (ID {id}).',
  same: '“{plan}” ya tiene estos turnos. No se cambió nada.',
  replaced:
    '“{plan}” se modificó: {added} agregados, {removed} quitados. Ahora tiene {count, plural, one {# turno} other {# turnos}}, {hours} (ID {id}).',
}
