import type { Translation } from '../../../shared/language/catalogue.ts'
import type { handOut as english } from '../en/hand-out.ts'

/** Handing a plan out: what changed for whom, and each one's files. */
export const handOut: Translation<typeof english> = {
  title: 'Distribuer {plan}',
  loading: 'Comparaison des postes',
  tryAgain: 'Réessayer',
  close: 'Fermer',
  since: 'Modifications depuis',
  sinceNow: 'Postes publiés auparavant',
  sinceVersion: 'Version {number}, publiée le {date}',
  /** What is compared with what. */
  published: 'Modifications avec la publication du {date}, pour ces dates : {dates}.',
  publishedPattern: 'Modifications avec la publication du {date}, chaque semaine à partir du {from}.',
  draft: 'Pas publié dans son état actuel. Le publier changerait, pour ces dates : {dates}.',
  draftPattern: 'Pas publié dans son état actuel. Le publier changerait, chaque semaine à partir du {from} :',
  first: 'Rien n’avait été publié pour ces dates : tous les postes sont donc nouveaux.',
  nobody: 'Aucun poste ne change.',
  people: '{count, plural, one {Les postes de # personne changent} other {Les postes de # personnes changent}}',
  more: '{count, plural, one {et # autre} other {et # autres}}',
  showAll: 'Tout afficher',
  // One person.
  copy: 'Copier le texte',
  copyFor: 'Copier les modifications de {name}',
  mail: 'E-mail',
  mailFor: 'Écrire à {name}',
  noEmail: 'Aucune adresse e-mail. Saisissez-la sur l’écran Agents.',
  page: 'Page',
  pageFor: 'Enregistrer la page de {name}',
  calendar: 'Calendrier',
  calendarFor: 'Enregistrer le calendrier de {name}',
  copied: 'Copié. Collez-le dans un message à {name}.',
  notCopied: 'Le navigateur n’a pas permis la copie.',
  attach: '« {file} » est enregistré. Vous pouvez le joindre à l’e-mail.',
  tooLong:
    'Le message est trop long pour un lien, il a donc été copié. Collez-le dans l’e-mail. « {file} » est enregistré et peut être joint.',
  // Anybody.
  files: 'Fichiers',
  who: 'Postes de',
  team: 'Toute l’équipe',
  search: 'Rechercher un agent',
  savePage: 'Enregistrer la page',
  saveCalendar: 'Enregistrer le calendrier',
  saveAll: 'Tout enregistrer',
  saveAllHint:
    'Une archive (ZIP) : une page et un calendrier par personne, le tableau de service en PDF et en classeur, les postes, les modifications.',
  saving: 'Enregistrement…',
  list: 'Enregistrer la liste des modifications',
  asPage: 'En page web',
  asCsv: 'En CSV',
  asJson: 'En JSON',
}
