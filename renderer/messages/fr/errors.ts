import type { Translation } from '../../../shared/language/catalogue.ts'
import type { errors as english } from '../en/errors.ts'

/** Failures that the page itself finds. Those of the backend come with their sentences. */
export const errors: Translation<typeof english> = {
  unreachable: 'Covercast est injoignable.',
  unreachableKept: 'Ce que vous voyez reste affiché, et rien de ce qui est enregistré n’est perdu.',
  unreachableNext:
    'Redémarrez Covercast s’il a été fermé : cette page continue alors d’elle-même. Sinon, ouvrez l’adresse que Covercast affiche.',
  startedAgain: 'Covercast a redémarré et ne reconnaît pas cette page.',
  startedAgainNext:
    'Dans ce navigateur, ouvrez l’adresse que Covercast a affichée au démarrage. Puis revenez : cette page continue.',
  cannotShow: 'Cette page ne peut pas être affichée : {reason}',
  cannotShowKept: 'Vos paramètres et les chiffres sur cet ordinateur sont intacts.',
  cannotShowNext:
    'Rechargez la page. Si cela se reproduit, allez au premier écran, qui ne tient pas compte de ce que cette adresse demandait.',
  reload: 'Recharger',
  firstScreen: 'Aller au premier écran',
  cannotReadFile: '{file} est illisible.',
  noWorkspaceChanged: 'Aucun espace de travail n’a été modifié.',
  chooseBackup: 'Choisissez un fichier que Covercast a créé comme sauvegarde.',
}
