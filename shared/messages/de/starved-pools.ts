import type { Translation } from '../../language/catalogue.ts'
import type { starvedPools as english } from '../en/starved-pools.ts'

/** Pools that look uncovered because the visits that their agents take are recorded under other pools. */
export const starvedPools: Translation<typeof english> = {
  shows: '{pool} zeigt {rate} Abdeckung, obwohl die Agenten bei {share} der Besuche online sind.',
  showsWithoutPool: 'Besuche ohne Pool zeigen {rate} Abdeckung, obwohl bei {share} davon Agenten online sind.',
  showsInPart:
    '{pool} zeigt {rate} Abdeckung, und während die Agenten online sind, sind dort weniger aller Besuche erfasst.',
  showsWithoutPoolInPart:
    'Besuche ohne Pool zeigen {rate} Abdeckung, und während Agenten online sind, sind weniger aller Besuche ohne Pool erfasst.',
  recordedUnder: 'Besuche, die diese Agenten annehmen, sind anscheinend unter {pools} erfasst.',
  partlyRecordedUnder: 'Einige Besuche, die diese Agenten annehmen, sind anscheinend unter {pools} erfasst.',
  recordedNowhere:
    'Kein anderer Pool zeigt Besuche, die diese Agenten annehmen. Es wird keine Besetzung empfohlen: Prüfen Sie, welchen Pool Ihre Website erfasst, wenn ein Agent einen Besuch annimmt.',
  asOne: 'Vorhersagen, Empfehlungen und der Vergleich behandeln diese Pools als einen.',
  noPool: 'kein Pool',
}
