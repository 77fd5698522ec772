/** Rules that limit a suggested schedule, one step less strict or altogether, without the agent's name. */
export const suggestions = {
  limits: {
    maxHoursPerWeek: '{eased} h of work a week instead of at most {limit} h',
    minHoursPerWeek: '{eased} h of work a week instead of at least {limit} h',
    minRestHours: '{eased} h of rest between shifts instead of {limit} h',
    maxConsecutiveDays: '{eased} consecutive days instead of at most {limit}',
    maxShiftHours: 'Shifts of {eased} h instead of at most {limit} h',
    minShiftHours: 'Shifts of {eased} h instead of at least {limit} h',
  },
  moreAvailability: 'One more hour of availability before and after',
  workOnDayOff: 'Work on {date}, a day off',
  mayMove: 'Shifts that are left alone may move',
  oneMoreHour: 'One more agent-hour in the week',
  // What has to give, so that there is a schedule at all.
  mustMove: 'Shifts that are left alone have to move',
  otherMoves: 'Shifts have to be added, dropped or resized',
  availability: 'Availability leaves no week that keeps the other rules',
  daysOff: 'Days off leave no week that keeps the other rules',
  noBreak: 'Shifts have no break of {minutes} min, required in more than {hours} h',
  hours: 'The rules require more than the {hours} h that may be worked',
  targetOfWeek: 'Coverage reaches {reached}% with all hours that the rules allow, and the target is {target}%',
  targetOfHours:
    'With all hours that the rules allow, coverage stays below {target}% in {count, plural, one {# hour} other {# hours}} of the week',
} as const
