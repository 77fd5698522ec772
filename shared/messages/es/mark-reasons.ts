import type { Translation } from '../../language/catalogue.ts'
import type { markReasons as english } from '../en/mark-reasons.ts'

/** Why a day might be worth a mark. */
export const markReasons: Translation<typeof english> = {
  noVisitors: 'Sin visitantes. En un día así son habituales unos {expected}.',
  visitors: '{count, plural, one {# visitante} other {# visitantes}}. En un día así son habituales unos {expected}.',
}
