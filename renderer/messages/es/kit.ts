import type { Translation } from '../../../shared/language/catalogue.ts'
import type { kit as english } from '../en/kit.ts'

/** What fields, lists and dialogs say by themselves. */
export const kit: Translation<typeof english> = {
  close: 'Cerrar',
  messages: 'Mensajes',
  namedValue: '{name}: {value}',
  dates: 'Fechas',
  from: 'Desde',
  to: 'Hasta',
  datesOutOfOrder: 'La primera fecha es posterior a la última.',
  noneFound: 'No se encontró nada.',
  noMatch: 'Sin coincidencias.',
  timeZone: 'Zona horaria',
  timeZones: 'Zonas horarias',
  searchZone: 'Buscar una ciudad o zona horaria',
  zoneOfComputer: 'Este equipo',
  zoneOfComputerIn: 'Este equipo ({city})',
  writeWholeNumber: 'Indique un número entero de {from} a {to}.',
  writeNumber: 'Indique un número de {from} a {to}.',
  chooseNumber: 'Elija un número de {from} a {to}.',
  copyTable: 'Copiar la tabla',
  copyTableOf: 'Copiar la tabla: {name}',
  tableCopied: 'Tabla copiada.',
  tableNotCopied: 'No se puede copiar la tabla. Selecciónela y cópiela.',
}
