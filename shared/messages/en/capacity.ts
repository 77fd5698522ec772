/** What the figures of the months to come are based on, on screen, on paper and in the terminal. */
export const capacity = {
  moreHires: '{count, plural, one {# more group} other {# more groups}}',
  sources: {
    recent: 'Last four weeks: counted from {dates}, by the same rule as the Coverage screen.',
    recentPartly:
      'Last four weeks: counted from {dates}, by the same rule as the Coverage screen. Only synced time counts: {share} of them.',
    forecast:
      'Visitors: the forecast of a usual week and of the holiday weeks of each month, from what was synced. No trend is extrapolated. There is no season in it: last year is not known, or has not helped.',
    forecastWithSeason:
      'Visitors: the forecast of a usual week and of the holiday weeks of each month, from what was synced, at the season of last year where that has helped. No trend is extrapolated.',
    growth: 'Growth: {percent} a month on the forecast, as given.',
    planGiven: 'Planned hours: shifts of the plan {plan} without breaks, as if it went on.',
    planLive: 'Planned hours: shifts of {plan}, the live plan, without breaks, as if it went on.',
    planTypical: 'Planned hours: shifts of the typical week, learned from the sessions of the last weeks.',
    attrition: 'Attrition: {percent} of the plan’s agents leave a month, as given. Nobody replaces them.',
    hires: 'Hires: {hires}. Their hours count by the ramp; all of them are paid.',
    hiresBefore:
      'Hires: {hires}. Their hours count by the ramp; all of them are paid. What they bring and cost before {date}, for a year at most, is estimated from the weeks predicted for {month}, and counts toward paying them back.',
    coverage: 'Coverage: the model and the attendance learned from the history, as for any plan.',
    range: '80% range: of a usual week of the month. Growth and attrition are taken as certain.',
    needed:
      'Agents needed: the fewest online in each quarter-hour for {target} coverage, as if shifts could follow them exactly, at the hours of one of the plan’s agents.',
    worth: 'Worth: {worth} for each visitor, as given.',
    cost: 'Cost: {cost} for each paid hour, as given.',
  },
} as const
