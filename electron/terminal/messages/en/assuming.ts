/** Options for what a plan takes of the world to be otherwise, and what is wrong with their values. */
export const assuming = {
  demand:
    'assume more or fewer visitors: +20%, Tu,10:00-14:00=+40%, 2026-12-01T10:00/14:00=+40% or 2026-12-01..2026-12-03=-10%; with POOL: in front only those of a pool (repeatable)',
  absent: 'assume that an agent is away: ann:2026-12-01..2026-12-03 or ann:2026-12-01T09:00/12:00 (repeatable)',
  hire: 'assume that people are hired: 2@2026-12-07:Mo-Fr,09:00-17:30, with their share of a full agent by week as ,ramp=50,75,90,100 (repeatable)',
  offPhone:
    'assume time off the phone, such as a meeting: Tu,10:00-11:00 for everybody, with AGENT: in front for one agent (repeatable)',
  handling: 'assume that visitors keep an agent busy for longer or shorter: +10%',
  availability: 'assume that online agents are available more or less often, in points: -5',
  notDemand: '“{value}” is not an assumption about visitors.',
  demandForm: 'Give a percentage, such as +20%, or a time and a percentage, such as 2026-12-01T10:00/14:00=+40%.',
  notAbsence: '“{value}” does not say who is away when.',
  absenceForm: 'Give an agent and dates, such as ann:2026-12-01..2026-12-03 or ann:2026-12-01T09:00/12:00.',
  notOffPhone: '“{value}” is not a time.',
  offPhoneForm: 'Give days and hours, such as Tu,10:00-11:00, or dates and hours, such as 2026-12-01T10:00/11:00.',
  notHires: '“{value}” does not say who is hired.',
  hiresForm: 'Give how many, from when, and which days and hours, such as 2@2026-12-07:Mo-Fr,09:00-17:30.',
  notPercent: '“{value}” is not a percentage.',
  handlingForm: 'Give it with its sign, such as --handling +10% or --handling -5%.',
  notPoints: '“{value}” is not a number of points.',
  availabilityForm: 'Give it with its sign, such as --availability -5.',
  notHours: '“{value}” are no hours of a day.',
  notOnGrid: '“{value}” is not on quarters of an hour.',
  hoursForm: 'Give hours such as 09:00-17:30. An end that is not after the start is on the next day.',
  endsBefore: '{to} is before {from}.',
  earlierFirst: 'Give the earlier date first.',
  tooFar: '“{value}” goes further than can be assumed.',
  limits:
    'Give visitors from {leastDemand}% to +{most}%, handle time from {leastHandling}% to +{most}%, availability from -100 to 100 points, up to {hires} hires, and a ramp of up to {weeks} weeks from 0 to 100.',
  nothingPredicted: 'Nothing was predicted.',
  assumed: 'Assumed: {assumptions}.',
} as const
