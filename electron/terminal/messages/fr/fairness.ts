import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { fairness as english } from '../en/fairness.ts'

/** `covercast fairness`. */
export const fairness: Translation<typeof english> = {
  description:
    'Montre si les nuits et les week-ends sont répartis équitablement entre les agents, travaillés et planifiés.',
  from: 'première date locale (par défaut : 12 semaines jusqu’à --to)',
  to: 'dernière date locale (par défaut : hier)',
  plan: 'un fichier de planning, ou l’ID ou le nom d’un planning enregistré (par défaut : les plannings publiés)',
  unpopular:
    'Les heures impopulaires sont celles de {from} à {to} et tout le samedi et le dimanche. La part équitable suit les heures travaillées.',
  worked: 'Travaillé',
  planned: 'Planifié',
  none: 'Personne n’a travaillé à ces dates.',
  nonePlanned: 'Rien n’est planifié à ces dates.',
  spread: '{hours} impopulaires sur {all}. En moyenne, les agents sont à {spread} de leur part équitable.',
  agent: 'Agent',
  hours: 'Heures',
  nights: 'Nuits',
  weekends: 'Week-ends',
  early: 'Matin',
  late: 'Soir',
  holidays: 'Fériés',
  wishes: 'Souhaits',
  keptOf: '{kept} sur {all}',
  kinds:
    'Un poste du matin commence à partir de {earlyFrom} et avant {earlyBefore} ; un poste du soir finit après {lateAfter} et au plus tard à {lateTo}.',
  unpopularHours: 'Impopulaires',
  fairHours: 'Part équitable',
  difference: '+/-',
  outlier: 'Loin de sa part',
  yes: 'oui',
}
