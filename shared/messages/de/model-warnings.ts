import type { Translation } from '../../language/catalogue.ts'
import type { modelWarnings as english } from '../en/model-warnings.ts'

/** What people should know before they rely on a pool's model. */
export const modelWarnings: Translation<typeof english> = {
  'no-sessions': 'Keine Besuche, während ein Agent online war, daher werden typische Werte verwendet.',
  'little-history':
    'Nur {count, plural, one {# Tag} other {# Tage}} an Daten, weniger als zwei Wochen: Typische Werte zählen mehr, und die Bereiche sind breit.',
  'few-visits':
    '{count, plural, =0 {Keine Besuche} one {Nur # Besuch} other {Nur # Besuche}}, während ein Agent online war: Typische Werte zählen mehr, und die Bereiche sind breit.',
  'availability-fixed':
    'Beschäftigte und abwesende Agenten sehen in diesen Daten gleich aus. Alle Agenten, die online sind, zählen als verfügbar, und verpasste Besucher als solche, die kamen, als alle beschäftigt waren.',
  'membership-unknown': 'Es ist nicht bekannt, welche Agenten diesen Pool bedienen, daher zählen alle Agenten für ihn.',
  'covered-outside-sessions':
    '{share} der bedienten Besuche lagen außerhalb jeder Sitzung eines Agenten: Vielleicht arbeiten Agenten ohne Sitzung. Es wird erwartet, dass solche Besuche Stunde für Stunde so weitergehen.',
  'poor-fit':
    'Die frühere Abdeckung mit wenigen oder vielen Agenten weicht vom Modell ab. Seien Sie vorsichtig bei Plänen, die anders sind als frühere.',
}
