import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { files as english } from '../en/files.ts'

/** Files that are read and written. */
export const files: Translation<typeof english> = {
  kinds: {
    plan: 'archivo de plan',
    rules: 'archivo de reglas',
    roster: 'cuadro de turnos',
    timeOff: 'tabla de ausencias',
    availability: 'tabla de disponibilidad',
    names: 'archivo de nombres',
  },
  givePlan: 'Indique un archivo de plan como muestra docs/command-line.md.',
  givePlanOrId: 'Indique un archivo de plan como muestra docs/command-line.md, o el ID de un plan guardado.',
  giveRules: 'Indique un archivo de reglas como muestra docs/command-line.md.',
  giveTimeOff: 'Indique una tabla CSV, TSV, XLSX u ODS de ausencias.',
  giveAvailability: 'Indique una tabla CSV, TSV, XLSX u ODS de disponibilidad.',
  giveRoster: 'Indique una tabla CSV, TSV, XLSX u ODS, un archivo iCalendar o un archivo de plan.',
  giveNames:
    'Indique un archivo JSON como {example}. Con null, el nombre no es de ningún agente del espacio de trabajo.',
  noFile: 'No existe el archivo {file}.',
  isFolder: '{file} es una carpeta, y se esperaba: {kind}.',
  notAllowed: 'No tiene permiso para leer el archivo {file}.',
  notRead: 'No se pudo leer el archivo {file}.',
  notText: 'El archivo {file} no es de texto.',
  saveAsText: 'Guárdelo como texto, en UTF-8.',
  notReadWhy: 'No se pudo leer el archivo {file} ({why}).',
  tooLarge: '{file} es demasiado grande para ser: {kind}.',
  checkName: 'Compruebe el nombre del archivo.',
  // Written.
  exists: '{file} ya existe.',
  notChanged: 'No se modificó.',
  giveAnother: 'Indique otro archivo o agregue --overwrite.',
  written: 'Se escribió {file}: {size}.',
  writtenPages: 'Se escribió {file}: {count, plural, one {# página} other {# páginas}}, {size}.',
  writtenFiles: 'Se escribió {file}: {count, plural, one {# archivo} other {# archivos}}, {size}.',
  writtenRows: 'Se escribió {file}: {count, plural, one {# fila} other {# filas}}.',
}
