/** Laws whose numbers fill in the rules of a plan: where each number is from, what was assumed, and what is not checked. */
export const rulePacks = {
  'eu-wtd': {
    name: 'European Union: Working Time Directive',
    sources: {
      minRestHours: '11 hours of rest in every 24',
      maxDaySpanHours: '24 hours less 11 of rest leave 13 for a split day',
      minWeeklyRestHours: '24 hours every seven days, besides the 11 of the day',
      averageHours: '48 hours a week on average over at most four months',
      night: '8 hours in 24 on average for work of 3 hours and more at night',
      owedBreak: 'a break in more than 6 hours',
    },
    notes: {
      memberStates: 'Member states have their own numbers. Use the pack of your country if there is one.',
      assumed:
        'The directive does not set the length of a break (assumed: 15 minutes), whether breaks are part of the working day after which it is due (assumed: they are not), which seven hours around midnight to 5:00 are night (assumed: 23:00 to 6:00) or the weeks over which night work is averaged (assumed: 17).',
      weekly: '8 hours in 24 are 48 a week, because the weekly day of rest is left out of the average (Art. 16).',
      months: 'Four months are counted as 17 weeks.',
    },
  },
  'de-arbzg': {
    name: 'Germany: Arbeitszeitgesetz',
    sources: {
      maxHoursPerDay: '8 hours on a working day, up to 10 where the average is 8',
      averageHours: '8 hours a working day on average over 24 weeks: 48 in six days',
      minRestHours: '11 hours after the end of the daily work',
      maxDaySpanHours: '24 hours less 11 of rest leave 13 for a split day',
      minWeeklyRestHours: 'the weekly day of rest together with the 11 hours of § 5',
      night: '10 hours, where the average of 4 weeks is 8 a working day',
      owedBreak: '30 minutes in more than 6 hours, 45 in more than 9',
      unbrokenWork: 'no more than 6 hours without a break of at least 15 minutes',
    },
    notes: {
      night:
        'Night is 23:00 to 6:00 (§ 2 (3)). Night work is more than 2 hours of it (§ 2 (4)), on the quarter-hour 2 h 15 min. All night work counts, also of agents who do it on fewer than 48 days a year.',
      sundays:
        'Not checked: work on Sundays and public holidays is forbidden apart from the exceptions of § 10, and at least 15 Sundays a year are free (§ 11 (1)).',
      agreements: 'Collective agreements may differ (§ 7).',
    },
  },
  'fr-code-du-travail': {
    name: 'France: Code du travail',
    sources: {
      maxHoursPerDay: '10 hours a day',
      maxHoursPerWeek: '48 hours a week',
      averageHours: '44 hours a week over any 12 weeks',
      minRestHours: '11 hours of daily rest',
      maxDaySpanHours: '24 hours less 11 of rest leave 13 for a split day',
      minWeeklyRestHours: '24 hours a week, besides the 11 of the day',
      night: '8 hours a day and 40 a week over 12 weeks for work at night',
      owedBreak: '20 minutes once the day reaches 6 hours',
      overtime: '25% more for the first eight hours over 35 a week, then 50% more',
    },
    notes: {
      breaks:
        'A break of 20 minutes is met by 30 in the plan, because breaks are on the quarter-hour. It is required when the day reaches 6 hours: in more than 5 h 45 min.',
      night:
        'Night is 21:00 to 6:00 without an agreement (L3122-20). A night worker works 3 hours of it twice a week (L3122-5). Here a week with one such day counts.',
      sixDays: 'Not checked: work on more than six days a week (L3132-1). The weekly rest of 35 hours is checked.',
      agreements: 'Agreements may set other overtime rates, of at least 10% more (L3121-33), and other limits.',
    },
  },
  'uk-wtr': {
    name: 'United Kingdom: Working Time Regulations',
    sources: {
      averageHours: '48 hours a week on average over 17 weeks',
      minRestHours: '11 hours of rest in 24',
      maxDaySpanHours: '24 hours less 11 of rest leave 13 for a split day',
      minWeeklyRestHours: '24 hours every seven days, besides the 11 of the day',
      night: '8 hours in 24 on average over 17 weeks for night workers',
      owedBreak: '20 minutes in more than 6 hours',
    },
    notes: {
      optOut:
        'A worker can agree in writing to work more than 48 hours (reg. 5). For such agents, choose “No limit” for average weekly hours on the Agents screen.',
      breaks: 'A break of 20 minutes is met by 30 in the plan, because breaks are on the quarter-hour.',
      night:
        'Night is 23:00 to 6:00 without an agreement, and a night worker normally works 3 hours of it (reg. 2). 8 hours in 24 are 48 a week, because the weekly day of rest is left out.',
      minors: 'Workers under 18 have other limits (reg. 5A, 6A).',
    },
  },
  'us-flsa': {
    name: 'United States: Fair Labor Standards Act',
    sources: { overtime: '1.5 times pay over 40 hours a week' },
    notes: {
      states:
        'Federal law limits neither the hours of adults nor their rest, and requires no breaks. States have their own rules: California has a pack.',
    },
  },
  'us-ca': {
    name: 'California: Labor Code',
    sources: {
      breaksByHour: 'a meal of 30 minutes by the end of hour 5, a second by the end of hour 10',
      overtime: '1.5 times pay over 8 hours a day, over 40 a week and on the seventh day',
      minWeeklyRestHours: 'one day of rest in every workweek of seven days',
    },
    notes: {
      doublePay: 'Double pay is due over 12 hours a day, and over 8 on the seventh day of a workweek (§ 510(a)).',
      rests:
        'Paid rests of 10 minutes for every 4 hours (Wage Order 4-2001, section 12: 8 CCR § 11040(12)) are not in the plan. They are 4% of the hours worked, and the attendance learned from the past includes them.',
      waivers:
        'Meals can be waived by consent: the first up to 6 hours, the second up to 12 (§ 512(a)). The day of rest is not due in weeks of at most 30 hours, or where no day is over 6 (§ 556).',
    },
  },
  'us-minors-14-15': {
    name: 'United States: minors of 14 and 15',
    sources: {
      minor:
        '7:00 to 19:00, from June 1 to Labor Day to 21:00; 3 hours on a school day and 18 in a school week, else 8 and 40',
    },
    notes: {
      schoolHours: 'Work has to be outside school hours: enter these as times without availability.',
      schoolBreaks: 'Enter the dates without school. On all others the school days above are days with school.',
      states: 'States may allow less.',
    },
  },
  'ca-on-esa': {
    name: 'Canada, Ontario: Employment Standards Act',
    sources: {
      maxHoursPerDay: '8 hours a day',
      maxHoursPerWeek: '48 hours a week',
      minRestHours: '11 consecutive hours free from work each day',
      maxDaySpanHours: '24 hours less 11 free from work leave 13',
      minWeeklyRestHours: '24 consecutive hours free from work each week',
      unbrokenWork: 'no more than 5 consecutive hours without a meal of 30 minutes',
      overtime: '1.5 times pay over 44 hours a week',
    },
    notes: {
      longerDay:
        'Where the regular working day is longer than 8 hours, its length is the limit. More can be agreed in writing (s. 17).',
      alternatives:
        'Instead of 24 hours a week, 48 in two weeks are allowed (s. 18(4)). The meal can be taken in two parts by agreement (s. 20(2)).',
      notChecked:
        'Not checked: 8 hours between two shifts that are longer than 13 hours together, unless agreed (s. 18(3)). A longer rest is checked.',
    },
  },
} as const
