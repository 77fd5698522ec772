import type { Translation } from '../../../shared/language/catalogue.ts'
import type { filters as english } from '../en/filters.ts'

/** Countries, time zones, pools and dates to choose from, on several screens. */
export const filters: Translation<typeof english> = {
  allCountries: 'Alle Länder',
  onlyCountries: 'Nur {countries}',
  withoutCountries: 'Ohne {countries}',
  countryAndMore: '{country} und {count, plural, other {# weitere}}',
  usualZone: 'Standard',
  pool: 'Pool',
  pools: 'Pools',
  allPools: 'Alle Pools',
  noPool: 'Kein Pool',
  unknownPool: 'Unbekannter Pool',
  namelessPool: 'Pool {id}',
  poolGone: 'nicht mehr in der Datenquelle',
  pages: 'Seiten',
  allPages: 'Alle Seiten',
  otherPages: 'Andere Seiten',
  lastDays: '{count, plural, one {Letzter Tag} other {Letzte # Tage}}',
  presetRanges: 'Vordefinierte Zeiträume',
  show: 'Zeigen',
  ranges: {
    yesterday: 'Gestern',
    'this-week': 'Diese Woche',
    'last-week': 'Letzte Woche',
    'this-month': 'Dieser Monat',
    'last-month': 'Letzter Monat',
    everything: 'Alles',
  },
}
