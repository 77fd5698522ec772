import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planList as english } from '../en/plan-list.ts'

/** The list of plans, new ones, and the archive. */
export const planList: Translation<typeof english> = {
  title: 'Plannings',
  loading: 'Chargement des plannings…',
  compare: 'Comparer des scénarios',
  newPlan: 'Nouveau planning',
  shiftsAt:
    '{plans, select, none {Créez un planning} other {Choisissez le planning}} pour {count, plural, =1 {un poste} other {des postes}} {days} à partir de {time}. {count, plural, one {Il est ajouté non attribué.} other {Ils sont ajoutés non attribués.}}',
  shiftsOfPoolAt:
    '{plans, select, none {Créez un planning} other {Choisissez le planning}} pour {count, plural, =1 {un poste} other {des postes}} de {pool} {days} à partir de {time}. {count, plural, one {Il est ajouté non attribué.} other {Ils sont ajoutés non attribués.}}',
  agentsAt:
    '{plans, select, none {Créez un planning} other {Choisissez le planning}} pour {count, plural, one {# agent de plus} other {# agents de plus}}, {when}. Ce sont des postes non attribués de durée habituelle, ajoutés en une étape que vous pouvez annuler.',
  agentsOfPoolAt:
    '{plans, select, none {Créez un planning} other {Choisissez le planning}} pour {count, plural, one {# agent de plus} other {# agents de plus}} pour {pool}, {when}. Ce sont des postes non attribués de durée habituelle, ajoutés en une étape que vous pouvez annuler.',
  noneTitle: 'Pas encore de planning',
  none: 'Un planning dit qui travaille et quand. Modifiez-le et voyez aussitôt combien de visiteurs seraient pris en charge, avant que quiconque en assure un poste.',
  noneNext: 'Partez de la semaine que votre équipe travaille actuellement.',
  showArchived: 'Afficher les archivés ({count})',
  hideArchived: 'Masquer les archivés ({count})',
  // One plan.
  undo: 'Annuler',
  archive: 'Archiver',
  archiveName: 'Archiver {name}',
  duplicate: 'Dupliquer',
  duplicateName: 'Dupliquer {name}',
  restore: 'Restaurer',
  restoreName: 'Restaurer {name}',
  delete: 'Supprimer définitivement',
  deleteName: 'Supprimer {name} définitivement',
  cancel: 'Annuler',
  archiveTitle: 'Archiver {name} ?',
  archiveInForce:
    'Ce planning est publié à partir du {date}. L’archiver le masque dans la liste sans le retirer : ses semaines restent en vigueur jusqu’à ce qu’un autre planning soit publié pour elles. Pour y mettre fin, retirez d’abord la publication.',
  archiveInForceUntil:
    'Ce planning est publié pour ces dates : {dates}. L’archiver le masque dans la liste sans le retirer : ces semaines restent en vigueur. Pour y mettre fin, retirez d’abord la publication.',
  archiveOver: 'Les semaines pour lesquelles ce planning a été publié sont passées. Elles restent dans Comparer.',
  archived: '{name} archivé.',
  deleteTitle: 'Supprimer {name} ?',
  deleteDraft: 'Ses postes sont supprimés. C’est irréversible.',
  deletePublished:
    'Ses postes sont supprimés, ainsi que les prévisions des semaines pour lesquelles il a été publié. C’est irréversible.',
  states: {
    archived: 'Archivé',
    archivedLive: 'Archivé, des semaines encore en vigueur',
    draft: 'Brouillon',
    changed: 'Publié, modifié depuis',
    published: 'Publié',
    publishedFrom: 'Publié à partir du {date}',
    publishedFor: 'Publié : {dates}',
  },
  repeating: 'Semaine répétée',
  specific: 'Semaines précises',
  allPools: 'tous les pools',
  agents: '{count, plural, one {# agent} other {# agents}}',
  shifts: '{count, plural, one {# poste} other {# postes}}',
  unassigned: '{count} non attribués',
  changed: 'modifié le {when}',
  // A new plan.
  starts: {
    typical: 'Semaine type',
    'last-week': 'Heures réelles de la semaine dernière',
    plan: 'Autre planning',
    empty: 'Vide',
  },
  startHints: {
    typical:
      'Quand vos agents ont habituellement travaillé ces dernières semaines. Chaque poste que vous modifiez montre son effet.',
    'last-week': 'Qui était en ligne et quand pendant la dernière semaine complète, arrondi au quart d’heure.',
    plan: 'Une copie pour essayer autre chose.',
    empty: 'Encore aucun poste.',
  },
  startFrom: 'Partir de',
  startAfterSync: 'Après la première synchronisation, vous pouvez partir des heures réelles de vos agents.',
  plan: 'Planning',
  for: 'Pour',
  everyPool: 'Tous les pools',
  when: 'Quand',
  repeatingHint: 'Une semaine qui se répète.',
  specificHint: 'Chaque semaine peut être différente.',
  firstWeek: 'La première semaine commence le',
  weeks: 'Nombre de semaines',
  weeksUnit: '{count, plural, one {semaine} other {semaines}}',
  name: 'Nom',
  usualName: 'Planning du {date}',
  copyName: '{name}, copie',
  create: 'Créer le planning',
  creating: 'Création…',
}
