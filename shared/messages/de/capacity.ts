import type { Translation } from '../../language/catalogue.ts'
import type { capacity as english } from '../en/capacity.ts'

/** What the figures of the months to come are based on, on screen, on paper and in the terminal. */
export const capacity: Translation<typeof english> = {
  moreHires: '{count, plural, one {# weitere Gruppe} other {# weitere Gruppen}}',
  sources: {
    recent: 'Letzte vier Wochen: gezählt vom {dates}, nach derselben Regel wie auf dem Bildschirm „Abdeckung“.',
    recentPartly:
      'Letzte vier Wochen: gezählt vom {dates}, nach derselben Regel wie auf dem Bildschirm „Abdeckung“. Nur synchronisierte Zeit zählt: {share} davon.',
    forecast:
      'Besucher: die Prognose einer üblichen Woche und der Feiertagswochen jedes Monats, aus den synchronisierten Daten. Ein Trend wird nicht fortgeschrieben. Eine Saison ist nicht enthalten: Das letzte Jahr ist nicht bekannt oder hat nicht geholfen.',
    forecastWithSeason:
      'Besucher: die Prognose einer üblichen Woche und der Feiertagswochen jedes Monats, aus den synchronisierten Daten, mit der Saison des letzten Jahres, wo sie geholfen hat. Ein Trend wird nicht fortgeschrieben.',
    growth: 'Wachstum: {percent} pro Monat auf die Prognose, wie angegeben.',
    planGiven: 'Geplante Stunden: die Schichten des Plans {plan} ohne Pausen, als ginge er so weiter.',
    planLive: 'Geplante Stunden: die Schichten von {plan}, dem gültigen Plan, ohne Pausen, als ginge er so weiter.',
    planTypical: 'Geplante Stunden: die Schichten der typischen Woche, gelernt aus den Sitzungen der letzten Wochen.',
    attrition: 'Fluktuation: {percent} der Agenten des Plans gehen pro Monat, wie angegeben. Sie werden nicht ersetzt.',
    hires: 'Neueinstellungen: {hires}. Ihre Stunden zählen nach der Einarbeitung, bezahlt werden alle.',
    hiresBefore:
      'Neueinstellungen: {hires}. Ihre Stunden zählen nach der Einarbeitung, bezahlt werden alle. Was sie vor {date} bringen und kosten, höchstens ein Jahr lang, ist aus den Wochen geschätzt, die für {month} vorhergesagt sind, und zählt für die Amortisation mit.',
    coverage: 'Abdeckung: das Modell und die Anwesenheit, aus dem Verlauf gelernt, wie bei jedem Plan.',
    range: '80-%-Bereich: einer üblichen Woche des Monats. Wachstum und Fluktuation gelten als sicher.',
    needed:
      'Benötigte Agenten: die wenigsten, die in jeder Viertelstunde für {target} Abdeckung online sein müssten, als könnten Schichten ihnen genau folgen, mit den Stunden eines Agenten des Plans.',
    worth: 'Wert: {worth} für jeden Besucher, wie angegeben.',
    cost: 'Kosten: {cost} für jede bezahlte Stunde, wie angegeben.',
  },
}
