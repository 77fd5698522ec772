import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planExport as english } from '../en/plan-export.ts'

/** A plan as a file. */
export const planExport: Translation<typeof english> = {
  export: 'Exportar',
  exporting: 'Exportando…',
  exportName: 'Exportar {name}',
  calendarOfOne: 'Guardar el calendario de un agente',
  /** Where no PDF is made but by printing. */
  printRoster: 'Imprimir el cuadro de turnos',
  printPeople: 'Imprimir una página por persona',
  picture: 'Imagen del cuadro de turnos',
  pictureAsOf: '{workspace} · Datos de {when} · Covercast',
}
