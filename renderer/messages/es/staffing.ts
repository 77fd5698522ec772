import type { Translation } from '../../../shared/language/catalogue.ts'
import type { staffing as english } from '../en/staffing.ts'

/** The staffing screen. */
export const staffing: Translation<typeof english> = {
  title: 'Dotación',
  tabs: { guide: 'Qué cambiar', ahead: 'Próximos meses', trust: 'Precisión' },
  dates: 'Fechas',
  noDataTitle: 'Aún no hay datos suficientes',
  syncing: 'Las recomendaciones se muestran cuando termina la primera sincronización.',
  notSynced: 'Sincronice una vez para ver las recomendaciones.',
  loading: 'Calculando las recomendaciones de dotación…',
  inShort: 'Resumen',
  // What to change.
  pools: 'Grupos',
  together: 'Todos los grupos juntos',
  byPool: 'Grupo por grupo',
  underTarget:
    '{count, plural, one {Un bloque de horas queda} other {# bloques de horas quedan}} por debajo del objetivo del {target}.',
  blocks: 'Horas que conviene reforzar, las de más perdidos primero',
  showMore: 'Mostrar {count} más, con menos perdidos',
  basis: '{range}, con datos de {count, plural, one {{days} día} other {{days} días}}.',
  servesAll: 'Supone agentes que pueden atender todos los grupos.',
  alwaysAvailable:
    'Supone agentes que están en línea todo el tiempo. Un plan incluye el tiempo fuera, así que predice algo menos.',
  noVisitorsTitle: 'Sin datos de cobertura',
  showAll: 'Mostrar los últimos 30 días, todos los grupos',
  noDataInRange: 'Ninguna de estas fechas está sincronizada.',
  noVisitorsInRange: 'No hubo visitantes en estas fechas, así que no se perdió a ninguno.',
  noPool: 'Sin grupo',
  // A block of hours.
  priority: 'Prioridad:',
  nameWithPool: '{when}, {pool}',
  shareOfMissed: 'perdidos, {share} del total',
  lessThanOnePercent: '<1 %',
  coverage: 'Cobertura {before} → {after} de {count, plural, one {# visitante} other {# visitantes}}',
  fewVisitors: 'Llegaron pocos visitantes, así que cuenta también la cobertura habitual: está por debajo del {target}.',
  addShiftsTo: '{action}: {name}',
  showInHeatmap: 'Ver en el mapa de calor',
  showInHeatmapOf: 'Ver en el mapa de calor: {name}',
}
