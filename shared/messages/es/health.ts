import type { Translation } from '../../language/catalogue.ts'
import type { health as english } from '../en/health.ts'

/** Health of organizations: classes, and why two scores differ. */
export const health: Translation<typeof english> = {
  risks: { low: 'bajo', medium: 'medio', high: 'alto', critical: 'crítico' },
  surenesses: { high: 'segura', medium: 'bastante segura', low: 'poco segura' },
  trends: { increasing: 'creciente', stable: 'estable', declining: 'decreciente' },
  differences: {
    'blocked-countries': 'el panel cuenta visitantes de países bloqueados',
    'few-visitors': 'este mes llegaron pocos visitantes, así que la cobertura se acerca a la que había antes',
    'young-month': 'las llamadas son las de los últimos 30 días, no las del mes en curso',
    'chance-in-calls': 'el azar basta para explicar el cambio en las llamadas',
  },
  lastCall: '{days, plural, =0 {hoy} one {hace # día} other {hace # días}}',
  never: 'nunca',
}
