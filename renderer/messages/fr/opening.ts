import type { Translation } from '../../../shared/language/catalogue.ts'
import type { opening as english } from '../en/opening.ts'

/** Files and links that are opened from outside of the page. */
export const opening: Translation<typeof english> = {
  drop: 'Déposez le fichier pour l’ouvrir',
  notOpened: 'Impossible d’ouvrir',
  close: 'Fermer',
  noLink: 'Le lien ne mène à aucun écran de Covercast.',
  noLinkNext: 'Vérifiez qu’il a été copié en entier.',
  otherWorkspace: 'Le lien mène à un espace de travail qui n’est pas sur cet ordinateur.',
  otherWorkspaceNext: 'Restaurez d’abord une sauvegarde de cet espace de travail.',
  notRead: '{file} n’a pas pu être lu.',
  notReadNext: 'Vérifiez que le fichier existe encore et que vous pouvez le lire. Puis ouvrez-le de nouveau.',
  unknown: '{file} n’est pas un fichier que Covercast ouvre.',
  unknownNext:
    'Covercast ouvre ses propres plannings et sauvegardes, ainsi que les tableaux et calendriers d’horaires.',
  noWorkspace: '{file} doit être importé dans un espace de travail.',
  noWorkspaceNext: 'Connectez votre base de données ou ouvrez la démo. Puis ouvrez de nouveau le fichier.',
  restoreTitle: 'Restaurer cette sauvegarde ?',
  restoreText:
    '{file} est une sauvegarde. Elle devient un espace de travail à part. Vos autres espaces de travail ne changent pas.',
  restoreSafe: 'Covercast ne se connecte à sa base de données qu’une fois que vous avez confirmé la connexion.',
  restoring: 'Restauration…',
  restore: 'Restaurer',
}
