import type { Translation } from '../../language/catalogue.ts'
import type { markReasons as english } from '../en/mark-reasons.ts'

/** Why a day might be worth a mark. */
export const markReasons: Translation<typeof english> = {
  noVisitors: 'Keine Besucher. An einem solchen Tag sind etwa {expected} üblich.',
  visitors: '{count, plural, one {# Besucher} other {# Besucher}}. An einem solchen Tag sind etwa {expected} üblich.',
}
