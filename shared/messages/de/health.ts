import type { Translation } from '../../language/catalogue.ts'
import type { health as english } from '../en/health.ts'

/** Health of organizations: classes, and why two scores differ. */
export const health: Translation<typeof english> = {
  risks: { low: 'gering', medium: 'mittel', high: 'hoch', critical: 'kritisch' },
  surenesses: { high: 'sicher', medium: 'ziemlich sicher', low: 'unsicher' },
  trends: { increasing: 'steigend', stable: 'stabil', declining: 'fallend' },
  differences: {
    'blocked-countries': 'das Dashboard zählt Besucher gesperrter Länder mit',
    'few-visitors': 'diesen Monat kamen wenige Besucher, daher ist die Abdeckung zum früheren Wert hingezogen',
    'young-month': 'die Anrufe sind die der letzten 30 Tage, nicht die des bisherigen Monats',
    'chance-in-calls': 'der Zufall allein erklärt die Änderung bei den Anrufen',
  },
  lastCall: '{days, plural, =0 {heute} one {vor # Tag} other {vor # Tagen}}',
  never: 'nie',
}
