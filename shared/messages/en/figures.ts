/** Figures with their units, as every screen, page of paper and terminal writes them. */
export const figures = {
  visitors: '{count, plural, one {# visitor} other {# visitors}}',
  /** Of an average: "1.8 agents", "1.0 agents"; `count` decides the plural of other languages. */
  agents: '{count, plural, other {{average} agents}}',
  agentHours: '{count, plural, one {{hours} agent-hour} other {{hours} agent-hours}}',
  noChange: 'no change',
  lessThanAPoint: 'less than a point',
  points: '{count, plural, one {# point} other {# points}}',
  /** With a sign and a decimal: "+0.8 points", "+1.0 points"; `count` decides the plural of other languages. */
  signedPoints: '{count, plural, other {{points} points}}',
  /** With a sign alone: "+1 point", "−3 points". */
  signedWholePoints: '{count, plural, one {{points} point} other {{points} points}}',
  milliseconds: '{count} ms',
  seconds: '{count} s',
  minutes: '{count} min',
  minutesAndSeconds: '{minutes} min {seconds} s',
  hours: '{hours} h',
  hoursAndMinutes: '{hours} h {minutes} min',
  /** For an axis: "9a", "5p". */
  hourBeforeNoon: '{hour}a',
  hourAfterNoon: '{hour}p',
  otherCountries: 'Other countries',
} as const
