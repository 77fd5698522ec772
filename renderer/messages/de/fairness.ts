import type { Translation } from '../../../shared/language/catalogue.ts'
import type { fairness as english } from '../en/fairness.ts'

/** How evenly nights and weekends are shared. */
export const fairness: Translation<typeof english> = {
  title: 'Fairness',
  open: 'Fairness',
  agentsLink: 'Agenten',
  loading: 'Nächte und Wochenenden werden zusammengezählt …',
  intro:
    'Unbeliebte Stunden sind die von {from} bis {to} und der ganze Samstag und Sonntag. Der faire Anteil eines Agenten richtet sich nach seinen Arbeitsstunden.',
  dates: 'Zeitraum',
  show: 'Zeigen',
  basis: 'Stunden',
  bases: { worked: 'Gearbeitet', planned: 'Eingeplant' },
  none: 'In diesem Zeitraum hat niemand gearbeitet.',
  nonePlanned: 'Kein veröffentlichter Plan plant in diesem Zeitraum jemanden ein.',
  spread: 'Agenten weichen im Schnitt um {spread} von ihrem fairen Anteil ab, bei {hours} nachts und am Wochenende.',
  outliers: '{count, plural, one {# Agent ist} other {# Agenten sind}} weit davon entfernt: {names}.',
  noOutliers: 'Niemand ist weit davon entfernt.',
  agent: 'Agent',
  hours: 'Stunden',
  nights: 'Nächte',
  weekends: 'Wochenenden',
  early: 'Frühschichten',
  late: 'Spätschichten',
  holidays: 'Feiertage',
  wishesKept: 'Erfüllte Wünsche',
  keptOf: '{kept} von {all}',
  kinds:
    'Eine Frühschicht beginnt ab {earlyFrom} und vor {earlyBefore}, eine Spätschicht endet nach {lateAfter} und bis {lateTo}. Wünsche werden beim Agenten eingetragen.',
  unpopular: 'Unbeliebte Stunden',
  fair: 'Fairer Anteil',
  difference: 'Differenz',
}
