import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { fairness as english } from '../en/fairness.ts'

/** `covercast fairness`. */
export const fairness: Translation<typeof english> = {
  description: 'Zeigt, wie gleichmäßig Nächte und Wochenenden unter Agenten verteilt sind, gearbeitet und eingeplant.',
  from: 'erstes lokales Datum (Standard: 12 Wochen bis --to)',
  to: 'letztes lokales Datum (Standard: gestern)',
  plan: 'eine Plandatei oder die ID oder der Name eines gespeicherten Plans (Standard: die veröffentlichten Pläne)',
  unpopular:
    'Unbeliebte Stunden sind die von {from} bis {to} und der ganze Samstag und Sonntag. Der faire Anteil richtet sich nach den Arbeitsstunden.',
  worked: 'Gearbeitet',
  planned: 'Eingeplant',
  none: 'In diesem Zeitraum hat niemand gearbeitet.',
  nonePlanned: 'In diesem Zeitraum ist nichts eingeplant.',
  spread: '{hours} von {all} unbeliebt. Im Schnitt weichen Agenten um {spread} von ihrem fairen Anteil ab.',
  agent: 'Agent',
  hours: 'Stunden',
  nights: 'Nächte',
  weekends: 'Wochenenden',
  early: 'Früh',
  late: 'Spät',
  holidays: 'Feiertage',
  wishes: 'Wünsche',
  keptOf: '{kept} von {all}',
  kinds:
    'Eine Frühschicht beginnt ab {earlyFrom} und vor {earlyBefore}, eine Spätschicht endet nach {lateAfter} und bis {lateTo}.',
  unpopularHours: 'Unbeliebt',
  fairHours: 'Fairer Anteil',
  difference: '+/-',
  outlier: 'Weit davon',
  yes: 'ja',
}
