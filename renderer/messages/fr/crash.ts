import type { Translation } from '../../../shared/language/catalogue.ts'
import type { crash as english } from '../en/crash.ts'

/** Reports of crashes. */
export const crash: Translation<typeof english> = {
  title: 'Covercast, ou une partie de l’application, s’est fermé de façon inattendue',
  text: 'Covercast, ou une partie de l’application, s’est fermé de façon inattendue. Vos données sont en sécurité. Un rapport est conservé sur cet ordinateur, rien n’a été envoyé.',
  show: 'Afficher le rapport',
  dismiss: 'Ignorer',
  reports: 'Rapports de plantage',
  about:
    'Ces rapports ne se trouvent que sur cet ordinateur. Ils indiquent l’erreur, les versions et les dernières lignes du journal. Copiez-les si vous souhaitez demander de l’aide.',
  copied: 'Copié',
  notCopied: 'Les rapports n’ont pas pu être copiés. Sélectionnez plutôt le texte.',
  remove: 'Supprimer les rapports',
  copy: 'Copier',
  close: 'Fermer',
}
