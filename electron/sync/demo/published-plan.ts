import { DEMO_AGENTS, DEMO_TIME_ZONE } from './company.ts'

/** One planned shift of a week, local wall clock. An end not after the start is on the next day. */
export interface DemoShift {
  readonly agentId: string
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly start: string
  readonly end: string
  readonly breaks: readonly { readonly start: string; readonly end: string }[]
}

const WEEKDAYS = [1, 2, 3, 4, 5]

type Turn = readonly [
  name: string,
  days: readonly number[],
  start: string,
  end: string,
  breakStart: string,
  breakEnd: string,
]

/** Nearly everybody lunches at noon, and Saturday has three people: the two weak spots that a manager should find. */
const TURNS: readonly Turn[] = [
  ['Maya Chen', WEEKDAYS, '08:00', '16:30', '12:00', '13:00'],
  ['Diego Ramirez', [2, 3, 4, 5, 6], '09:00', '17:30', '12:00', '13:00'],
  ['Hannah Lewis', WEEKDAYS, '09:30', '18:00', '12:15', '13:00'],
  ['Omar Haddad', [1, 2, 3, 4], '12:30', '21:30', '17:00', '17:30'],
  ['Omar Haddad', [6], '08:30', '17:00', '12:00', '12:45'],
  ['Julia Novak', [0, 1, 3, 4, 5], '13:00', '22:00', '17:30', '18:00'],
  ['Priya Nair', WEEKDAYS, '06:00', '14:30', '12:00', '12:45'],
  ['Tom Becker', WEEKDAYS, '07:30', '16:00', '12:00', '13:00'],
  ['Grace Kim', [2, 3, 5], '13:00', '22:00', '17:00', '17:30'],
  ['Grace Kim', [0], '08:00', '16:30', '12:30', '13:00'],
  ['Grace Kim', [6], '14:00', '22:00', '18:00', '18:30'],
  ['Liam O’Connor', [0, 1, 2, 3, 4, 5], '10:00', '18:30', '13:30', '14:15'],
  ['Camille Roy', WEEKDAYS, '08:30', '17:00', '12:00', '13:00'],
  ['Étienne Gagnon', [0, 2, 4, 5, 6], '11:00', '20:30', '15:00', '15:30'],
  ['Sam Whitfield', [0, 1, 2, 3, 4], '22:00', '06:00', '02:00', '02:30'],
  ['Ava Torres', [2, 3, 4, 5, 6], '21:00', '05:00', '01:00', '01:30'],
  ['Noah Petrov', [0, 1, 2, 5, 6], '23:30', '08:00', '04:00', '04:30'],
]

/** The weekly plan that the company's agents follow, in the fields of a plan file. */
export const DEMO_PLAN: {
  readonly name: string
  readonly timeZone: string
  readonly poolId: null
  readonly kind: 'weekly'
  readonly shifts: readonly DemoShift[]
} = {
  name: 'Standard week',
  timeZone: DEMO_TIME_ZONE,
  poolId: null,
  kind: 'weekly',
  shifts: TURNS.flatMap(([name, days, start, end, breakStart, breakEnd]) =>
    days.map((dayOfWeek) => ({
      agentId: DEMO_AGENTS.find((agent) => agent.name === name)!.id,
      dayOfWeek,
      start,
      end,
      breaks: [{ start: breakStart, end: breakEnd }],
    })),
  ),
}
