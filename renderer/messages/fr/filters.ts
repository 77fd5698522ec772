import type { Translation } from '../../../shared/language/catalogue.ts'
import type { filters as english } from '../en/filters.ts'

/** Countries, time zones, pools and dates to choose from, on several screens. */
export const filters: Translation<typeof english> = {
  allCountries: 'Tous les pays',
  onlyCountries: 'Seulement {countries}',
  withoutCountries: 'Sans {countries}',
  countryAndMore: '{country} et {count, plural, one {# autre} other {# autres}}',
  usualZone: 'Par défaut',
  pool: 'Pool',
  pools: 'Pools',
  allPools: 'Tous les pools',
  noPool: 'Sans pool',
  unknownPool: 'Pool inconnu',
  namelessPool: 'Pool {id}',
  poolGone: 'n’est plus dans la source de données',
  lastDays: '{count, plural, one {Dernier jour} other {# derniers jours}}',
  presetRanges: 'Périodes prédéfinies',
  show: 'Afficher',
  ranges: {
    yesterday: 'Hier',
    'this-week': 'Cette semaine',
    'last-week': 'Semaine dernière',
    'this-month': 'Ce mois',
    'last-month': 'Mois dernier',
    everything: 'Tout',
  },
  pages: 'Pages',
  allPages: 'Toutes les pages',
  otherPages: 'Autres pages',
}
