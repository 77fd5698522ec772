import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { assuming as english } from '../en/assuming.ts'

/** Options for what a plan takes of the world to be otherwise, and what is wrong with their values. */
export const assuming: Translation<typeof english> = {
  demand:
    'supposer plus ou moins de visiteurs : +20%, Tu,10:00-14:00=+40%, 2026-12-01T10:00/14:00=+40% ou 2026-12-01..2026-12-03=-10% ; avec POOL: devant, seulement ceux d’un pool, avec none: ceux sans pool (répétable)',
  absent: 'supposer qu’un agent est absent : ann:2026-12-01..2026-12-03 ou ann:2026-12-01T09:00/12:00 (répétable)',
  hire: 'supposer des recrutements : 2@2026-12-07:Mo-Fr,09:00-17:30, avec leur part d’un agent confirmé par semaine sous la forme ,ramp=50,75,90,100 (répétable)',
  offPhone:
    'supposer du temps hors ligne, par exemple une réunion : Tu,10:00-11:00 pour tous, avec AGENT: devant pour un seul agent (répétable)',
  handling: 'supposer que les visiteurs occupent un agent plus ou moins longtemps : +10%',
  availability: 'supposer que les agents en ligne sont plus ou moins souvent disponibles, en points : -5',
  notDemand: '« {value} » n’est pas une hypothèse sur les visiteurs.',
  demandForm:
    'Indiquez un pourcentage, par exemple +20%, ou un moment et un pourcentage, par exemple 2026-12-01T10:00/14:00=+40%.',
  notAbsence: '« {value} » ne dit pas qui est absent et quand.',
  absenceForm: 'Indiquez un agent et des dates, par exemple ann:2026-12-01..2026-12-03 ou ann:2026-12-01T09:00/12:00.',
  notOffPhone: '« {value} » n’est pas un moment.',
  offPhoneForm:
    'Indiquez des jours et des heures, par exemple Tu,10:00-11:00, ou des dates et des heures, par exemple 2026-12-01T10:00/11:00.',
  notHires: '« {value} » ne dit pas qui est recruté.',
  hiresForm:
    'Indiquez combien, à partir de quand, quels jours et à quelles heures, par exemple 2@2026-12-07:Mo-Fr,09:00-17:30.',
  notPercent: '« {value} » n’est pas un pourcentage.',
  handlingForm: 'Indiquez-le avec son signe, par exemple --handling +10% ou --handling -5%.',
  notPoints: '« {value} » n’est pas un nombre de points.',
  availabilityForm: 'Indiquez-le avec son signe, par exemple --availability -5.',
  notHours: '« {value} » ne sont pas des heures d’une journée.',
  notOnGrid: '« {value} » n’est pas au quart d’heure.',
  hoursForm: 'Indiquez des heures comme 09:00-17:30. Une fin qui n’est pas après le début est au lendemain.',
  endsBefore: '{to} est avant {from}.',
  earlierFirst: 'Indiquez d’abord la date la plus ancienne.',
  tooFar: '« {value} » dépasse ce qui peut être supposé.',
  limits:
    'Indiquez des visiteurs de {leastDemand} % à +{most} %, une durée de traitement de {leastHandling} % à +{most} %, une disponibilité de -100 à 100 points, jusqu’à {hires} recrutements et une montée en compétence d’au plus {weeks} semaines de 0 à 100.',
  nothingPredicted: 'Rien n’a été prévu.',
  assumed: 'Hypothèses : {assumptions}.',
  elsewhere: '« {assumption} » porte sur ces dates : {dates}. Elle ne change rien du {from} au {to}.',
  fromDate: '{date} et après',
  untilDate: '{date} et avant',
}
