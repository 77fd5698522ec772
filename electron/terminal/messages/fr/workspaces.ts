import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { workspaces as english } from '../en/workspaces.ts'

/** `covercast workspace`. */
export const workspaces: Translation<typeof english> = {
  description: 'Liste, renomme, sauvegarde, restaure et efface des espaces de travail.',
  list: 'Liste les espaces de travail du dossier de données, le dernier utilisé d’abord.',
  rename: 'Renomme un espace de travail.',
  backup: 'Écrit un espace de travail avec ses paramètres et ses chiffres dans un seul fichier.',
  restore:
    'Crée un espace de travail à partir d’un fichier de sauvegarde. Un espace de travail existant n’est jamais écrasé.',
  restoreName: 'nom de l’espace de travail restauré (par défaut : le nom qu’il avait)',
  erase:
    'Supprime un espace de travail avec tout ce qu’il contient : chiffres, sessions, paramètres, sauvegardes automatiques.',
  yes: 'effacer sans demander ; c’est irréversible',
  renamed: '« {before} » s’appelle maintenant « {name} ».',
  backedUp: '« {name} » est sauvegardé dans {file} ({size}).',
  restored: '« {name} » est restauré depuis {file}.',
  confirmAgain:
    'La source de données de « {name} » est {url}. Covercast se connecte une fois que vous l’avez nommée à nouveau : {command}',
  erased: '« {name} » est effacé.',
  eraseProblem: 'Effacer « {name} » est irréversible. Rien n’a été effacé.',
  eraseNext: 'Dans le doute, sauvegardez-le d’abord : {command}. Pour l’effacer, ajoutez --yes.',
  noWorkspace: 'Il n’y a pas d’espace de travail nommé « {name} ». Rien n’a été effacé.',
  none: 'Pas encore d’espace de travail. Créez-en un avec `covercast demo` ou `covercast sync --source URL`.',
  name: 'Nom',
  source: 'Source de données',
  organization: 'Organisation',
  asOf: 'État (UTC)',
  size: 'Taille',
  neverSynced: 'pas encore synchronisé',
}
