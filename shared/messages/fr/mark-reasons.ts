import type { Translation } from '../../language/catalogue.ts'
import type { markReasons as english } from '../en/mark-reasons.ts'

/** Why a day might be worth a mark. */
export const markReasons: Translation<typeof english> = {
  noVisitors: 'Aucun visiteur. Un tel jour en compte d’habitude environ {expected}.',
  visitors:
    '{count, plural, one {# visiteur} other {# visiteurs}}. Un tel jour en compte d’habitude environ {expected}.',
}
