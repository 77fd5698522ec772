import type { Translation } from '../../../../shared/language/catalogue.ts'
import type { assuming as english } from '../en/assuming.ts'

/** Options for what a plan takes of the world to be otherwise, and what is wrong with their values. */
export const assuming: Translation<typeof english> = {
  demand:
    'mehr oder weniger Besucher annehmen: +20%, Tu,10:00-14:00=+40%, 2026-12-01T10:00/14:00=+40% oder 2026-12-01..2026-12-03=-10%; mit POOL: davor nur die eines Pools, mit none: die ohne Pool (wiederholbar)',
  absent:
    'annehmen, dass ein Agent abwesend ist: ann:2026-12-01..2026-12-03 oder ann:2026-12-01T09:00/12:00 (wiederholbar)',
  hire: 'Neueinstellungen annehmen: 2@2026-12-07:Mo-Fr,09:00-17:30, mit ihrem Anteil an der Leistung eines erfahrenen Agenten je Woche als ,ramp=50,75,90,100 (wiederholbar)',
  offPhone:
    'Offline-Zeit annehmen, etwa eine Besprechung: Tu,10:00-11:00 für alle, mit AGENT: davor für einen Agenten (wiederholbar)',
  handling: 'annehmen, dass Besucher einen Agenten länger oder kürzer beschäftigen: +10%',
  availability: 'annehmen, dass Agenten online öfter oder seltener verfügbar sind, in Punkten: -5',
  notDemand: '„{value}“ ist keine Annahme über Besucher.',
  demandForm:
    'Geben Sie einen Prozentsatz an, zum Beispiel +20%, oder eine Zeit und einen Prozentsatz, zum Beispiel 2026-12-01T10:00/14:00=+40%.',
  notAbsence: '„{value}“ sagt nicht, wer wann abwesend ist.',
  absenceForm:
    'Geben Sie einen Agenten und Daten an, zum Beispiel ann:2026-12-01..2026-12-03 oder ann:2026-12-01T09:00/12:00.',
  notOffPhone: '„{value}“ ist keine Zeit.',
  offPhoneForm:
    'Geben Sie Tage und Stunden an, zum Beispiel Tu,10:00-11:00, oder Daten und Stunden, zum Beispiel 2026-12-01T10:00/11:00.',
  notHires: '„{value}“ sagt nicht, wer eingestellt wird.',
  hiresForm:
    'Geben Sie an, wie viele, ab wann und an welchen Tagen und Stunden, zum Beispiel 2@2026-12-07:Mo-Fr,09:00-17:30.',
  notPercent: '„{value}“ ist kein Prozentsatz.',
  handlingForm: 'Geben Sie ihn mit Vorzeichen an, zum Beispiel --handling +10% oder --handling -5%.',
  notPoints: '„{value}“ ist keine Zahl von Punkten.',
  availabilityForm: 'Geben Sie sie mit Vorzeichen an, zum Beispiel --availability -5.',
  notHours: '„{value}“ sind keine Stunden eines Tages.',
  notOnGrid: '„{value}“ liegt nicht auf Viertelstunden.',
  hoursForm:
    'Geben Sie Stunden an, zum Beispiel 09:00-17:30. Ein Ende, das nicht nach dem Beginn liegt, gilt am Folgetag.',
  endsBefore: '{to} liegt vor {from}.',
  earlierFirst: 'Geben Sie das frühere Datum zuerst an.',
  tooFar: '„{value}“ geht weiter, als sich annehmen lässt.',
  limits:
    'Möglich sind Besucher von {leastDemand}% bis +{most}%, Bearbeitungszeit von {leastHandling}% bis +{most}%, Verfügbarkeit von -100 bis 100 Punkten, bis zu {hires} Neueinstellungen und eine Einarbeitung von bis zu {weeks} Wochen von 0 bis 100.',
  nothingPredicted: 'Es wurde nichts vorhergesagt.',
  assumed: 'Angenommen: {assumptions}.',
  elsewhere: '„{assumption}“ gilt für {dates}. Vom {from} bis {to} ändert es nichts.',
  fromDate: '{date} und später',
  untilDate: '{date} und früher',
}
