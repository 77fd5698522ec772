import type { Translation } from '../../../shared/language/catalogue.ts'
import type { scenarios as english } from '../en/scenarios.ts'

/** Plans compared in one week. */
export const scenarios: Translation<typeof english> = {
  title: 'Szenarien vergleichen',
  plans: 'Pläne',
  loading: 'Aus vergangenen Wochen wird gelernt …',
  weekBefore: 'Vorige Woche',
  weekAfter: 'Nächste Woche',
  weekOf: 'Woche vom {date}',
  table: 'Vorhersage für jeden Plan',
  columns: {
    plan: 'Plan',
    coverage: 'Abdeckung',
    range: '80-%-Bereich',
    change: 'Ggü. typischer Woche',
    changeRange: 'Bereich der Änderung',
    missed: 'Verpasst',
    hours: 'Agentenstunden',
    cost: 'Kosten',
    violations: 'Regelverstöße',
  },
  typicalWeek: 'Typische Woche',
  noRange: 'nicht verfügbar',
  noRules: 'keine Regeln',
  rateRange: '{from}–{to}',
  changeBy: '{points}, {count, plural, one {{visitors} Besucher} other {{visitors} Besucher}}',
  changeBetween: '{from} bis {to} Besucher',
  pools: 'Diese Pläne sind für verschiedene Pools. Jeder ist mit den Besuchern seines Pools gezeigt.',
  byHour: 'Abdeckung nach Stunde',
  theHours: 'Stunden',
  byHourOfWeek: 'Abdeckung nach Wochenstunde <zone>Ortszeit {city}</zone>',
  chart: 'Vorhergesagte Abdeckung für jede Stunde der Woche: {plans}.',
  dayAndHours: '{day} {hours}',
  covered: '{plan}: {rate} bedient',
  nobody: '{plan}: keine Besucher erwartet',
}
