import type { Translation } from '../../../shared/language/catalogue.ts'
import type { filters as english } from '../en/filters.ts'

/** Countries, time zones, pools and dates to choose from, on several screens. */
export const filters: Translation<typeof english> = {
  allCountries: 'Todos los países',
  onlyCountries: 'Solo {countries}',
  withoutCountries: 'Sin {countries}',
  countryAndMore: '{country} y {count, plural, other {# más}}',
  usualZone: 'Predeterminada',
  pool: 'Grupo',
  pools: 'Grupos',
  allPools: 'Todos los grupos',
  noPool: 'Sin grupo',
  unknownPool: 'Grupo desconocido',
  namelessPool: 'Grupo {id}',
  poolGone: 'ya no está en el origen de datos',
  pages: 'Páginas',
  allPages: 'Todas las páginas',
  otherPages: 'Otras páginas',
  lastDays: '{count, plural, one {Último día} other {Últimos # días}}',
  presetRanges: 'Intervalos predefinidos',
  show: 'Mostrar',
  ranges: {
    yesterday: 'Ayer',
    'this-week': 'Esta semana',
    'last-week': 'Semana pasada',
    'this-month': 'Este mes',
    'last-month': 'Mes pasado',
    everything: 'Todo',
  },
}
