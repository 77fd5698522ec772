import type { Translation } from '../../../shared/language/catalogue.ts'
import type { shortcuts as english } from '../en/shortcuts.ts'

/** The list of shortcuts: keys that widgets have on their own. */
export const shortcuts: Translation<typeof english> = {
  title: 'Atajos de teclado',
  or: 'o',
  onTheBoard: 'En el tablero',
  inTheHeatmap: 'En el mapa de calor',
  inTheHeatmaps: 'En los mapas de calor',
  moveBetweenHours: 'Moverse entre horas y días',
  firstAndLastHourOfDay: 'Primera y última hora del día',
  showDatesBehind: 'Mostrar las fechas de una hora',
  closePanel: 'Cerrar lo que esté abierto',
  firstAndLastDayOfWeek: 'Primer y último día de la semana',
  firstAndLastHour: 'Primera y última hora',
  showWhyHourDiffered: 'Mostrar por qué difirió una hora',
  enterOnBoard: 'En un día vacío: agregar un turno. En un día: ir a su turno. En un turno: abrir su formulario',
  moveByQuarter: 'Mover el turno 15 minutos',
  assignToOther: 'Asignar el turno a otro agente',
  moveByDay: 'Mover el turno un día',
  moveEnd: 'Cambiar el fin del turno',
  moveStart: 'Cambiar el inicio del turno',
  goToOther: 'Ir a otro turno',
  firstAndLastDay: 'Primer y último día',
  moveBreaks: 'Mover 15 minutos las pausas del turno, o de todos los seleccionados',
  whoCan: 'Mostrar quién puede hacer el turno',
  toggleSelection: 'Agregar el turno a la selección o quitarlo',
  selectAll: 'Seleccionar todo',
  copyCutPaste: 'Copiar, cortar, pegar',
  duplicate: 'Duplicar al día siguiente',
  delete: 'Eliminar',
  backToDay: 'Volver del turno a su día',
}
