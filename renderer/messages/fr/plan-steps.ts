import type { Translation } from '../../../shared/language/catalogue.ts'
import type { planSteps as english } from '../en/plan-steps.ts'

/** What was done to a plan, for undo and redo. */
export const planSteps: Translation<typeof english> = {
  shifts: {
    Add: '{count, plural, =1 {Ajouter un poste} other {Ajouter # postes}}',
    Delete: '{count, plural, one {Supprimer le poste} other {Supprimer # postes}}',
    Move: '{count, plural, one {Déplacer le poste} other {Déplacer # postes}}',
    Resize: '{count, plural, one {Changer la durée du poste} other {Changer la durée de # postes}}',
    Open: '{count, plural, one {Retirer l’attribution du poste} other {Retirer l’attribution de # postes}}',
    Assign: '{count, plural, one {Attribuer le poste} other {Attribuer # postes}}',
    'Set breaks of': '{count, plural, one {Définir les pauses du poste} other {Définir les pauses de # postes}}',
    'Add break to': '{count, plural, =1 {Ajouter une pause au poste} other {Ajouter une pause à # postes}}',
    'Move break of': '{count, plural, one {Déplacer la pause du poste} other {Déplacer la pause de # postes}}',
    'Note on': '{count, plural, one {Note du poste} other {Note de # postes}}',
    Change: '{count, plural, one {Modifier le poste} other {Modifier # postes}}',
    Reshape: '{count, plural, =1 {Appliquer un modèle au poste} other {Appliquer un modèle à # postes}}',
    Paste: '{count, plural, one {Coller le poste} other {Coller # postes}}',
    Duplicate: '{count, plural, one {Dupliquer le poste} other {Dupliquer # postes}}',
    Split: '{count, plural, one {Scinder le poste} other {Scinder # postes}}',
  },
  /** From a template that has a name. */
  named: '{step} : {name}',
  whole: {
    'Copy day': 'Copier le jour',
    'Copy week': 'Copier la semaine',
    'Cover for absent agent': 'Remplacer un agent absent',
    'Import roster': 'Importer le tableau de service',
    'Rename plan': 'Renommer le planning',
    'Change time zone': 'Changer le fuseau horaire',
    'Change pool': 'Changer le pool',
    'Add assumption': 'Ajouter une hypothèse',
    'Change assumption': 'Modifier l’hypothèse',
    'Remove assumption': 'Retirer l’hypothèse',
    'Reset week to rotation': 'Ramener la semaine au roulement',
    'Continue rotation': 'Poursuivre le roulement',
    'Change rotation': 'Modifier le roulement',
  },
  copyDays: '{count, plural, one {Copier le jour} other {Copier # jours}}',
  copyWeeks: '{count, plural, one {Copier la semaine} other {Copier la semaine vers # semaines}}',
  take: '{count, plural, one {Appliquer # modification suggérée} other {Appliquer # modifications suggérées}}',
}
