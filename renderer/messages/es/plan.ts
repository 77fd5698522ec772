import type { Translation } from '../../../shared/language/catalogue.ts'
import type { plan as english } from '../en/plan.ts'

/** An open plan, and what is around its board. */
export const plan: Translation<typeof english> = {
  opening: 'Abriendo el plan…',
  learning: 'Aprendiendo de las semanas pasadas…',
  allPlans: 'Todos los planes',
  noDataTitle: 'Aún no hay datos suficientes',
  noData: 'Las predicciones se aprenden de las semanas pasadas, y aún no se ha sincronizado ninguna.',
  firstSyncRuns: 'La primera sincronización sigue en curso. El plan se abre aquí cuando termine.',
  // The toolbar.
  plans: 'Planes',
  name: 'Nombre del plan',
  repeating: 'Semana que se repite',
  specific: 'Semanas concretas',
  allPools: 'todos los grupos',
  cityTime: 'hora de {city}',
  saving: { saved: 'Guardado', saving: 'Guardando…', unsaved: 'Sin guardar' },
  savesItself: 'Los planes se guardan a medida que los edita.',
  windowTitle: '{plan} – Covercast',
  windowTitleState: '{plan} – {state} – Covercast',
  undo: 'Deshacer',
  redo: 'Rehacer',
  undoEdit: 'Deshacer: {edit}',
  redoEdit: 'Rehacer: {edit}',
  rules: 'Reglas',
  publish: 'Publicar',
  weekBefore: 'Semana anterior',
  weekAfter: 'Semana siguiente',
  weekOf: 'Semana del {date}',
  goToWeek: 'Ir a otra semana',
  dateInWeek: 'Una fecha de la semana',
  yearRange: 'Indique un año de {first} a {last}.',
  showWeek: 'Mostrar esta semana',
  // Edits that are not saved.
  editsKept: 'Sus cambios se conservan mientras esta ventana esté abierta.',
  tryAgain: 'Reintentar',
  saveCopy: 'Guardar mi versión como copia',
  discardEdits: 'Descartar mis cambios y mostrar el plan guardado',
}
