import type { Translation } from '../../language/catalogue.ts'
import type { reasons as english } from '../en/reasons.ts'

/** Why visitors are missed in hours that a recommendation is about. */
export const reasons: Translation<typeof english> = {
  'no-agent-data': 'Aucune donnée d’agent pour ces heures.',
  allOffline: 'Aucun agent en ligne pour tous les visiteurs manqués.',
  'nobody-online': 'Aucun agent en ligne pour {share} des visiteurs manqués.',
  'lunch-dip': 'Creux du déjeuner : {agents} en ligne, {around} avant et après.',
  'fewer-than-around': 'Moins d’agents qu’aux heures voisines : {agents} en ligne, {around} avant et après.',
  busy: 'Plus de visiteurs que ces agents ne peuvent en prendre : {visitors} par heure pour {agents} en ligne.',
  'few-agents': 'Peu d’agents pour les visiteurs : {agents} en ligne pour {visitors} visiteurs par heure.',
  rule: 'Les données ne suffisent pas pour ajuster le modèle : le nombre d’agents suit une règle empirique. {share} des visiteurs manqués auraient appelé ({ring, select, own {valeur mesurée} pools {valeur mesurée sur tous les pools} other {valeur type}}{overstated, select, yes {, les visiteurs transférés étant comptés à chaque fois, si bien que moins d’agents peuvent suffire} other {}}), un appel dure {minutes} min ({call, select, own {valeur mesurée} pools {valeur mesurée sur tous les pools} other {valeur type}}) et un agent prend {count, plural, one {# appel} other {# appels}} par heure.',
  enough: 'Chaque agent supplémentaire prendrait en charge moins d’un visiteur de plus par heure.',
}
