import type { Translation } from '../../../shared/language/catalogue.ts'
import type { rulePacks as english } from '../en/rule-packs.ts'

/** Laws whose numbers fill in the rules of a plan: where each number is from, what was assumed, and what is not checked. */
export const rulePacks: Translation<typeof english> = {
  'eu-wtd': {
    name: 'Union européenne : directive sur le temps de travail',
    sources: {
      minRestHours: '11 heures de repos par période de 24 heures',
      maxDaySpanHours: '24 heures moins 11 de repos en laissent 13 pour une journée fractionnée',
      minWeeklyRestHours: '24 heures tous les sept jours, en plus des 11 de la journée',
      averageHours: '48 heures par semaine en moyenne sur quatre mois au plus',
      night: '8 heures sur 24 en moyenne pour 3 heures de travail de nuit ou plus',
      owedBreak: 'une pause au-delà de 6 heures',
    },
    notes: {
      memberStates: 'Les États membres ont leurs propres chiffres. Prenez les règles de votre pays s’il y en a.',
      assumed:
        'La directive ne fixe ni la durée d’une pause (supposée : 15 minutes), ni si les pauses comptent dans la journée de travail après laquelle elle est due (supposé : non), ni quelles sept heures autour de la période de minuit à 5:00 sont la nuit (supposé : de 23:00 à 6:00), ni les semaines de la moyenne du travail de nuit (supposé : 17).',
      weekly:
        '8 heures sur 24 font 48 par semaine, car le jour de repos hebdomadaire est exclu de la moyenne (art. 16).',
      months: 'Quatre mois comptent comme 17 semaines.',
    },
  },
  'de-arbzg': {
    name: 'Allemagne : Arbeitszeitgesetz',
    sources: {
      maxHoursPerDay: '8 heures par jour ouvrable, jusqu’à 10 si la moyenne est de 8',
      averageHours: '8 heures par jour ouvrable en moyenne sur 24 semaines : 48 en six jours',
      minRestHours: '11 heures après la fin du travail quotidien',
      maxDaySpanHours: '24 heures moins 11 de repos en laissent 13 pour une journée fractionnée',
      minWeeklyRestHours: 'le jour de repos hebdomadaire avec les 11 heures du § 5',
      night: '10 heures, si la moyenne de 4 semaines est de 8 par jour ouvrable',
      owedBreak: '30 minutes au-delà de 6 heures, 45 au-delà de 9',
      unbrokenWork: 'pas plus de 6 heures sans une pause d’au moins 15 minutes',
    },
    notes: {
      night:
        'La nuit va de 23:00 à 6:00 (§ 2 (3)). Le travail de nuit en compte plus de 2 heures (§ 2 (4)), soit 2 h 15 min au quart d’heure. Tout travail de nuit compte, aussi celui d’agents qui en font moins de 48 jours par an.',
      sundays:
        'Non vérifié : le travail du dimanche et des jours fériés est interdit hors des exceptions du § 10, et au moins 15 dimanches par an sont libres (§ 11 (1)).',
      agreements: 'Les conventions collectives peuvent s’en écarter (§ 7).',
    },
  },
  'fr-code-du-travail': {
    name: 'France : Code du travail',
    sources: {
      maxHoursPerDay: '10 heures par jour',
      maxHoursPerWeek: '48 heures par semaine',
      averageHours: '44 heures par semaine sur 12 semaines consécutives quelconques',
      minRestHours: '11 heures de repos quotidien',
      maxDaySpanHours: '24 heures moins 11 de repos en laissent 13 pour une journée fractionnée',
      minWeeklyRestHours: '24 heures par semaine, en plus des 11 de la journée',
      night: '8 heures par jour et 40 par semaine sur 12 semaines pour le travail de nuit',
      owedBreak: '20 minutes dès que la journée atteint 6 heures',
      overtime: '25 % de plus pour les huit premières heures au-delà de 35 par semaine, puis 50 % de plus',
    },
    notes: {
      breaks:
        'Une pause de 20 minutes est couverte par 30 minutes dans le planning, car les pauses y sont au quart d’heure. Elle est requise quand la journée atteint 6 heures : au-delà de 5 h 45 min.',
      night:
        'La nuit va de 21:00 à 6:00 à défaut d’accord (L3122-20). Un travailleur de nuit en accomplit 3 heures deux fois par semaine (L3122-5). Ici, une semaine avec un seul de ces jours compte.',
      sixDays:
        'Non vérifié : le travail plus de six jours par semaine (L3132-1). Le repos hebdomadaire de 35 heures est vérifié.',
      agreements: 'Des accords peuvent fixer d’autres majorations, d’au moins 10 % (L3121-33), et d’autres limites.',
    },
  },
  'uk-wtr': {
    name: 'Royaume-Uni : Working Time Regulations',
    sources: {
      averageHours: '48 heures par semaine en moyenne sur 17 semaines',
      minRestHours: '11 heures de repos sur 24',
      maxDaySpanHours: '24 heures moins 11 de repos en laissent 13 pour une journée fractionnée',
      minWeeklyRestHours: '24 heures tous les sept jours, en plus des 11 de la journée',
      night: '8 heures sur 24 en moyenne sur 17 semaines pour les travailleurs de nuit',
      owedBreak: '20 minutes au-delà de 6 heures',
    },
    notes: {
      optOut:
        'Un salarié peut accepter par écrit de travailler plus de 48 heures (reg. 5). Pour ces agents, choisissez « Sans limite » pour la durée hebdomadaire moyenne sur l’écran Agents.',
      breaks:
        'Une pause de 20 minutes est couverte par 30 minutes dans le planning, car les pauses y sont au quart d’heure.',
      night:
        'La nuit va de 23:00 à 6:00 à défaut d’accord, et un travailleur de nuit en accomplit normalement 3 heures (reg. 2). 8 heures sur 24 font 48 par semaine, car le jour de repos hebdomadaire est exclu.',
      minors: 'Les salariés de moins de 18 ans ont d’autres limites (reg. 5A, 6A).',
    },
  },
  'us-flsa': {
    name: 'États-Unis : Fair Labor Standards Act',
    sources: { overtime: '1,5 fois le salaire au-delà de 40 heures par semaine' },
    notes: {
      states:
        'La loi fédérale ne limite ni les heures des adultes ni leur repos, et n’exige aucune pause. Les États ont leurs propres règles : celles de la Californie sont proposées.',
    },
  },
  'us-ca': {
    name: 'Californie : Labor Code',
    sources: {
      breaksByHour: 'un repas de 30 minutes avant la fin de la 5e heure, un second avant la fin de la 10e',
      overtime: '1,5 fois le salaire au-delà de 8 heures par jour, de 40 par semaine et le septième jour',
      minWeeklyRestHours: 'un jour de repos par semaine de travail de sept jours',
    },
    notes: {
      doublePay:
        'Le salaire double est dû au-delà de 12 heures par jour, et de 8 le septième jour d’une semaine de travail (§ 510(a)).',
      rests:
        'Les repos payés de 10 minutes par tranche de 4 heures (Wage Order 4-2001, section 12 : 8 CCR § 11040(12)) ne sont pas dans le planning. Ils font 4 % des heures travaillées, et l’assiduité apprise du passé les comprend.',
      waivers:
        'Les repas peuvent être supprimés d’un commun accord : le premier jusqu’à 6 heures, le second jusqu’à 12 (§ 512(a)). Le jour de repos n’est pas dû les semaines de 30 heures au plus, ou si aucun jour ne dépasse 6 heures (§ 556).',
    },
  },
  'us-minors-14-15': {
    name: 'États-Unis : mineurs de 14 et 15 ans',
    sources: {
      minor:
        'de 7:00 à 19:00, du 1er juin au Labor Day jusqu’à 21:00 ; 3 heures un jour d’école et 18 une semaine d’école, sinon 8 et 40',
    },
    notes: {
      schoolHours:
        'Le travail doit être en dehors des heures d’école : saisissez-les comme des heures sans disponibilité.',
      schoolBreaks:
        'Saisissez les dates sans école. À toutes les autres, les jours d’école ci-dessus sont des jours avec école.',
      states: 'Les États peuvent permettre moins.',
    },
  },
  'ca-on-esa': {
    name: 'Canada, Ontario : Loi sur les normes d’emploi',
    sources: {
      maxHoursPerDay: '8 heures par jour',
      maxHoursPerWeek: '48 heures par semaine',
      minRestHours: '11 heures consécutives sans travail chaque jour',
      maxDaySpanHours: '24 heures moins 11 sans travail en laissent 13',
      minWeeklyRestHours: '24 heures consécutives sans travail chaque semaine',
      unbrokenWork: 'pas plus de 5 heures consécutives sans un repas de 30 minutes',
      overtime: '1,5 fois le salaire au-delà de 44 heures par semaine',
    },
    notes: {
      longerDay:
        'Si la journée de travail normale dépasse 8 heures, sa durée est la limite. Plus peut être convenu par écrit (art. 17).',
      alternatives:
        'Au lieu de 24 heures par semaine, 48 en deux semaines sont permises (art. 18(4)). Le repas peut être pris en deux parties d’un commun accord (art. 20(2)).',
      notChecked:
        'Non vérifié : 8 heures entre deux postes qui dépassent ensemble 13 heures, sauf accord (art. 18(3)). Un repos plus long est vérifié.',
    },
  },
}
