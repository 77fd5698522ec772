import type { Translation } from '../../language/catalogue.ts'
import type { starvedPools as english } from '../en/starved-pools.ts'

/** Pools that look uncovered because the visits that their agents take are recorded under other pools. */
export const starvedPools: Translation<typeof english> = {
  shows: '{pool} affiche une couverture de {rate} alors que ses agents sont en ligne pour {share} de ses visites.',
  showsWithoutPool:
    'Les visites sans pool affichent une couverture de {rate} alors que des agents sont en ligne pour {share} d’entre elles.',
  showsInPart:
    '{pool} affiche une couverture de {rate} et, quand ses agents sont en ligne, une part plus faible des visites y est enregistrée.',
  showsWithoutPoolInPart:
    'Les visites sans pool affichent une couverture de {rate} et, quand des agents sont en ligne, une part plus faible des visites est enregistrée sans pool.',
  recordedUnder: 'Les visites que ses agents prennent semblent enregistrées sous {pools}.',
  partlyRecordedUnder: 'Une partie des visites que ses agents prennent semble enregistrée sous {pools}.',
  recordedNowhere:
    'Aucun autre pool ne montre de visites prises par ses agents. Aucun effectif n’est recommandé : vérifiez quel pool votre site enregistre quand un agent prend une visite.',
  asOne: 'Les prévisions, les recommandations et la comparaison traitent ces pools comme un seul.',
  noPool: 'aucun pool',
}
