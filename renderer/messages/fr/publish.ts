import type { Translation } from '../../../shared/language/catalogue.ts'
import type { publish as english } from '../en/publish.ts'

/** Publishing a plan, and its publications. */
export const publish: Translation<typeof english> = {
  title: 'Publier ce planning',
  intro:
    'Votre équipe travaille selon le planning publié. Sa prévision est enregistrée telle qu’elle est maintenant, pour que vous puissiez la comparer à la réalité.',
  firstWeek: 'La première semaine commence le',
  lastWeek: 'Dernière semaine',
  noEnd: 'Jusqu’à la publication d’un autre planning',
  weekOf: 'Semaine du {date}',
  cancel: 'Annuler',
  publish: 'Publier',
  publishing: 'Publication…',
  done: 'Terminer',
  // What is about to be published.
  predicted: 'Prévu pour la semaine du {date} : couverture de {rate}, {hours}.',
  predictedRange: 'Prévu pour la semaine du {date} : couverture de {rate} (plage à 80 % de {from} à {to}), {hours}.',
  predictedNobody: 'Prévu pour la semaine du {date} : aucun visiteur, {hours}.',
  notPredicted: 'La semaine compte {hours}.',
  unassigned: '{count, plural, one {# poste non attribué} other {# postes non attribués}}. Publier quand même ?',
  violations: '{count, plural, one {# infraction aux règles} other {# infractions aux règles}}. Publier quand même ?',
  unassignedAndViolations:
    '{shifts, plural, one {# poste non attribué} other {# postes non attribués}} et {count, plural, one {# infraction aux règles} other {# infractions aux règles}}. Publier quand même ?',
  // What was published.
  published: 'Publié',
  notNotified: 'Votre équipe n’a pas été avertie. Envoyez à chacun ses modifications, ou enregistrez les fichiers.',
  live: '{plan} est en vigueur à partir du {date}. Les modifications ultérieures restent en brouillon jusqu’à la prochaine publication.',
  liveUntil:
    '{plan} est en vigueur du {from} au {to}. Les modifications ultérieures restent en brouillon jusqu’à la prochaine publication.',
  overlaps: '« {plan} » est publié pour une partie des mêmes semaines, à partir du {date}.',
  overlapsReplaced:
    '« {plan} » est publié pour une partie des mêmes semaines, à partir du {date}. Ce planning plus récent l’y remplace.',
  // Its state.
  draft: 'Brouillon',
  liveSince: 'En vigueur depuis le {date}',
  publishedUntil: 'Publié jusqu’au {date}',
  publishedFrom: 'Publié à partir du {date}',
  edited: '{state}, modifié depuis',
  // All publications of a plan.
  history: 'Historique des publications',
  historyNote:
    'Les publications ne changent pas quand vous modifiez le planning. Si deux publications couvrent la même semaine, la plus récente est en vigueur.',
  fromOn: 'À partir du {date}, jusqu’à la publication d’un autre planning',
  fromTo: 'Du {from} au {to}',
  publishedAt: 'Publié le {when}',
  liveNow: 'en vigueur',
  weeksPredicted:
    '{count, plural, =0 {aucune semaine encore prévue} one {# semaine prévue} other {# semaines prévues}}',
  keep: 'Conserver',
  withdraw: 'Retirer',
  withdrawFrom: 'Retirer à partir du {date}',
  withdrawAsk:
    'Ce planning prend fin : aucune de ses semaines n’a commencé, il ne reste donc rien de cette publication. Les semaines d’une publication antérieure sont de nouveau en vigueur.',
  withdrawFromAsk:
    'Ce planning prend fin avant le {date}. Les semaines antérieures restent, avec leurs prévisions. Les semaines d’une publication antérieure sont de nouveau en vigueur.',
  withdrawn: 'Retiré. Aucun planning n’est publié à partir du {date}.',
  withdrawnOther: 'Retiré. « {plan} » est de nouveau en vigueur à partir du {date}.',
}
