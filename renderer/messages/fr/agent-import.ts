import type { Translation } from '../../../shared/language/catalogue.ts'
import type { agentImport as english } from '../en/agent-import.ts'

/** The import of time off and availability on the Agents screen. */
export const agentImport: Translation<typeof english> = {
  open: 'Importer des congés ou des disponibilités',
  titles: {
    file: 'Importer des congés ou des disponibilités',
    timeOff: 'Importer des congés',
    availability: 'Importer des disponibilités',
  },
  drop: 'Déposez le fichier pour importer des congés ou des disponibilités',
  found: {
    rows: '{count, plural, one {# ligne} other {# lignes}}',
    added: '{count, plural, one {# nouvelle entrée} other {# nouvelles entrées}}',
    known: '{count} déjà connues',
    agents: '{count, plural, one {disponibilité de # agent} other {disponibilités de # agents}}',
  },
  replaces: 'Remplace la disponibilité des agents du fichier. Les autres agents gardent la leur.',
  tabs: {
    timeOff: 'Congés',
    availability: 'Disponibilité',
  },
  hours: 'Heures',
  wholeDay: 'Journée entière',
  before: 'Maintenant',
  after: 'Après l’importation',
  isKnown: 'Déjà connu',
  state: 'État',
  isNew: 'Nouveau',
  leaveOut: 'Laisser de côté : {name} n’est pas un agent',
  unknown:
    '{count, plural, =1 {Un nom n’est pas celui d’un agent. Choisissez de qui il s’agit sous Noms, sinon ses lignes sont laissées de côté.} other {# noms ne sont pas ceux d’agents. Choisissez de qui il s’agit sous Noms, sinon leurs lignes sont laissées de côté.}}',
  nothing: 'Il n’y a rien à importer dans ce fichier.',
  allKnown: 'Tout ce qui est dans ce fichier est déjà connu.',
  storeTimeOff: '{count, plural, one {Importer # entrée} other {Importer # entrées}}',
  storeAvailability: '{count, plural, one {Importer # agent} other {Importer # agents}}',
  addedTimeOff:
    '{added, plural, one {# entrée ajoutée} other {# entrées ajoutées}}, {known, plural, one {# déjà connue} other {# déjà connues}}.',
  replacedAvailability:
    '{count, plural, one {Disponibilité de # agent importée.} other {Disponibilités de # agents importées.}}',
  left: '{count, plural, one {# ligne a été laissée de côté.} other {# lignes ont été laissées de côté.}}',
}
