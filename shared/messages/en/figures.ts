/** Figures with their units, as every screen, page of paper and terminal writes them. */
export const figures = {
  visitors: '{count, plural, one {# visitor} other {# visitors}}',
  /** Of an average: "1.8 agents". */
  agents: '{average} agents',
  noChange: 'no change',
  lessThanAPoint: 'less than a point',
  points: '{count, plural, one {# point} other {# points}}',
  /** With a sign and a decimal: "+0.8 points"; `count` decides the plural. */
  signedPoints: '{count, plural, one {{points} point} other {{points} points}}',
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
