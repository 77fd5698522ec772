import type { Translation } from '../../../shared/language/catalogue.ts'
import type { rulePacks as english } from '../en/rule-packs.ts'

/** Laws whose numbers fill in the rules of a plan: where each number is from, what was assumed, and what is not checked. */
export const rulePacks: Translation<typeof english> = {
  'eu-wtd': {
    name: 'Europäische Union: Arbeitszeitrichtlinie',
    sources: {
      minRestHours: '11 Stunden Ruhezeit in je 24 Stunden',
      maxDaySpanHours: '24 Stunden weniger 11 Ruhezeit lassen 13 für einen geteilten Tag',
      minWeeklyRestHours: '24 Stunden in je sieben Tagen, zusätzlich zu den 11 des Tages',
      averageHours: '48 Stunden pro Woche im Durchschnitt über höchstens vier Monate',
      night: '8 Stunden in 24 im Durchschnitt bei Arbeit von 3 Stunden und mehr in der Nacht',
      owedBreak: 'eine Pause bei mehr als 6 Stunden',
    },
    notes: {
      memberStates: 'Mitgliedstaaten haben eigene Zahlen. Verwenden Sie das Paket Ihres Landes, wenn es eines gibt.',
      assumed:
        'Die Richtlinie legt nicht fest: die Länge einer Pause (angenommen: 15 Minuten), ob Pausen zum Arbeitstag gehören, nach dem sie fällig ist (angenommen: nein), welche sieben Stunden um 0:00 bis 5:00 Nacht sind (angenommen: 23:00 bis 6:00) und über welche Wochen Nachtarbeit gemittelt wird (angenommen: 17).',
      weekly:
        '8 Stunden in 24 sind 48 pro Woche, weil der wöchentliche Ruhetag beim Durchschnitt nicht mitzählt (Art. 16).',
      months: 'Vier Monate zählen als 17 Wochen.',
    },
  },
  'de-arbzg': {
    name: 'Deutschland: Arbeitszeitgesetz',
    sources: {
      maxHoursPerDay: '8 Stunden werktäglich, bis zu 10, wenn der Durchschnitt 8 beträgt',
      averageHours: '8 Stunden werktäglich im Durchschnitt von 24 Wochen: 48 in sechs Tagen',
      minRestHours: '11 Stunden nach Ende der täglichen Arbeitszeit',
      maxDaySpanHours: '24 Stunden weniger 11 Ruhezeit lassen 13 für einen geteilten Tag',
      minWeeklyRestHours: 'der wöchentliche Ruhetag zusammen mit den 11 Stunden nach § 5',
      night: '10 Stunden, wenn der Durchschnitt von 4 Wochen 8 werktäglich beträgt',
      owedBreak: '30 Minuten bei mehr als 6 Stunden, 45 bei mehr als 9',
      unbrokenWork: 'nicht länger als 6 Stunden ohne Ruhepause von mindestens 15 Minuten',
    },
    notes: {
      night:
        'Nachtzeit ist 23:00 bis 6:00 (§ 2 Abs. 3). Nachtarbeit ist mehr als 2 Stunden davon (§ 2 Abs. 4), auf die Viertelstunde 2 h 15 min. Alle Nachtarbeit zählt, auch die von Agenten, die sie an weniger als 48 Tagen im Jahr leisten.',
      sundays:
        'Nicht geprüft: Arbeit an Sonn- und Feiertagen ist bis auf die Ausnahmen des § 10 verboten, und mindestens 15 Sonntage im Jahr sind frei (§ 11 Abs. 1).',
      agreements: 'Tarifverträge können abweichen (§ 7).',
    },
  },
  'fr-code-du-travail': {
    name: 'Frankreich: Code du travail',
    sources: {
      maxHoursPerDay: '10 Stunden pro Tag',
      maxHoursPerWeek: '48 Stunden pro Woche',
      averageHours: '44 Stunden pro Woche über je 12 Wochen',
      minRestHours: '11 Stunden tägliche Ruhezeit',
      maxDaySpanHours: '24 Stunden weniger 11 Ruhezeit lassen 13 für einen geteilten Tag',
      minWeeklyRestHours: '24 Stunden pro Woche, zusätzlich zu den 11 des Tages',
      night: '8 Stunden pro Tag und 40 pro Woche über 12 Wochen bei Nachtarbeit',
      owedBreak: '20 Minuten, sobald der Tag 6 Stunden erreicht',
      overtime: '25 % mehr für die ersten acht Stunden über 35 pro Woche, danach 50 % mehr',
    },
    notes: {
      breaks:
        'Eine Pause von 20 Minuten ist im Plan durch 30 erfüllt, weil Pausen auf der Viertelstunde liegen. Sie ist vorgeschrieben, wenn der Tag 6 Stunden erreicht: bei mehr als 5 h 45 min.',
      night:
        'Nacht ist ohne Vereinbarung 21:00 bis 6:00 (L3122-20). Wer nachts arbeitet, arbeitet zweimal pro Woche 3 Stunden davon (L3122-5). Hier zählt eine Woche mit einem solchen Tag.',
      sixDays:
        'Nicht geprüft: Arbeit an mehr als sechs Tagen pro Woche (L3132-1). Die wöchentliche Ruhezeit von 35 Stunden wird geprüft.',
      agreements:
        'Vereinbarungen können andere Überstundensätze von mindestens 10 % mehr (L3121-33) und andere Grenzen festlegen.',
    },
  },
  'uk-wtr': {
    name: 'Vereinigtes Königreich: Working Time Regulations',
    sources: {
      averageHours: '48 Stunden pro Woche im Durchschnitt über 17 Wochen',
      minRestHours: '11 Stunden Ruhezeit in 24',
      maxDaySpanHours: '24 Stunden weniger 11 Ruhezeit lassen 13 für einen geteilten Tag',
      minWeeklyRestHours: '24 Stunden in je sieben Tagen, zusätzlich zu den 11 des Tages',
      night: '8 Stunden in 24 im Durchschnitt über 17 Wochen für Nachtarbeiter',
      owedBreak: '20 Minuten bei mehr als 6 Stunden',
    },
    notes: {
      optOut:
        'Eine Person kann schriftlich zustimmen, mehr als 48 Stunden zu arbeiten (reg. 5). Wählen Sie für solche Agenten auf dem Bildschirm „Agenten“ bei den durchschnittlichen Wochenstunden „Keine Grenze“.',
      breaks: 'Eine Pause von 20 Minuten ist im Plan durch 30 erfüllt, weil Pausen auf der Viertelstunde liegen.',
      night:
        'Nacht ist ohne Vereinbarung 23:00 bis 6:00, und wer nachts arbeitet, arbeitet in der Regel 3 Stunden davon (reg. 2). 8 Stunden in 24 sind 48 pro Woche, weil der wöchentliche Ruhetag nicht mitzählt.',
      minors: 'Für Personen unter 18 gelten andere Grenzen (reg. 5A, 6A).',
    },
  },
  'us-flsa': {
    name: 'Vereinigte Staaten: Fair Labor Standards Act',
    sources: { overtime: '1,5-facher Lohn über 40 Stunden pro Woche' },
    notes: {
      states:
        'Das Bundesrecht begrenzt weder die Stunden Erwachsener noch ihre Ruhezeit und schreibt keine Pausen vor. Bundesstaaten haben eigene Regeln: Für Kalifornien gibt es ein Paket.',
    },
  },
  'us-ca': {
    name: 'Kalifornien: Labor Code',
    sources: {
      breaksByHour:
        'eine Essenspause von 30 Minuten bis zum Ende der 5. Stunde, eine zweite bis zum Ende der 10. Stunde',
      overtime: '1,5-facher Lohn über 8 Stunden pro Tag, über 40 pro Woche und am siebten Tag',
      minWeeklyRestHours: 'ein Ruhetag in jeder Arbeitswoche von sieben Tagen',
    },
    notes: {
      doublePay:
        'Doppelter Lohn ist über 12 Stunden pro Tag fällig und über 8 am siebten Tag einer Arbeitswoche (§ 510(a)).',
      rests:
        'Bezahlte Pausen von 10 Minuten je 4 Stunden (Wage Order 4-2001, section 12: 8 CCR § 11040(12)) sind nicht im Plan. Sie sind 4 % der Arbeitsstunden, und die aus der Vergangenheit gelernte Anwesenheit enthält sie.',
      waivers:
        'Auf Essenspausen kann einvernehmlich verzichtet werden: auf die erste bis 6 Stunden, auf die zweite bis 12 (§ 512(a)). Der Ruhetag ist nicht fällig in Wochen mit höchstens 30 Stunden oder ohne Tag über 6 (§ 556).',
    },
  },
  'us-minors-14-15': {
    name: 'Vereinigte Staaten: Minderjährige von 14 und 15',
    sources: {
      minor:
        '7:00 bis 19:00, vom 1. Juni bis Labor Day bis 21:00, 3 Stunden an einem Schultag und 18 in einer Schulwoche, sonst 8 und 40',
    },
    notes: {
      schoolHours: 'Die Arbeit muss außerhalb der Schulzeit liegen: Geben Sie diese als Zeiten ohne Verfügbarkeit ein.',
      schoolBreaks: 'Geben Sie die schulfreien Zeiten ein. An allen anderen sind die Schultage oben Tage mit Schule.',
      states: 'Bundesstaaten können weniger erlauben.',
    },
  },
  'ca-on-esa': {
    name: 'Kanada, Ontario: Employment Standards Act',
    sources: {
      maxHoursPerDay: '8 Stunden pro Tag',
      maxHoursPerWeek: '48 Stunden pro Woche',
      minRestHours: '11 zusammenhängende arbeitsfreie Stunden pro Tag',
      maxDaySpanHours: '24 Stunden weniger 11 arbeitsfreie lassen 13',
      minWeeklyRestHours: '24 zusammenhängende arbeitsfreie Stunden pro Woche',
      unbrokenWork: 'nicht mehr als 5 Stunden am Stück ohne Essenspause von 30 Minuten',
      overtime: '1,5-facher Lohn über 44 Stunden pro Woche',
    },
    notes: {
      longerDay:
        'Ist der regelmäßige Arbeitstag länger als 8 Stunden, ist seine Länge die Grenze. Mehr kann schriftlich vereinbart werden (s. 17).',
      alternatives:
        'Statt 24 Stunden pro Woche sind 48 in zwei Wochen erlaubt (s. 18(4)). Die Essenspause kann nach Vereinbarung in zwei Teilen genommen werden (s. 20(2)).',
      notChecked:
        'Nicht geprüft: 8 Stunden zwischen zwei Schichten, die zusammen länger als 13 Stunden sind, sofern nicht anders vereinbart (s. 18(3)). Eine längere Ruhezeit wird geprüft.',
    },
  },
}
