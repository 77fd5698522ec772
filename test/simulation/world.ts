/** What a made-up site is. Only its events are ever shown to what is tested; the rest is the truth it is held against. */

export type SiteKind = 'busy' | 'sparse' | 'presence'

export type ServiceTimes = 'exponential' | 'log-normal' | 'fixed'

export interface WorldPool {
  /** null: visits without a pool. */
  readonly id: string | null
  /** Share of the site's visits, over the week. */
  readonly share: number
  /** Mean minutes that a covered visitor takes of an agent. */
  readonly minutes: number
  readonly service: ServiceTimes
  /** Hours later than the site's own day that this pool's visitors come. */
  readonly hoursLater: number
}

/** How somebody keeps to a plan. Minutes. */
export interface Habits {
  /** Chance that a shift is not worked at all. */
  readonly noShow: number
  readonly late: number
  /** Chance of being really late, by half an hour or so more. */
  readonly tardy: number
  readonly early: number
  /** Chance of leaving an hour or so before the end. */
  readonly leaves: number
  /** Chance that a break is taken by signing off; else it is spent away while online. */
  readonly signsOffForBreaks: number
  /** How much longer breaks last than planned. */
  readonly breakOverrun: number
  /** Online time between two intervals away from the desk (mean), and how long such an interval lasts (mean). */
  readonly awayEvery: number
  readonly awayFor: number
  /** Online time between two short losses of the connection; 0: never. */
  readonly dropsEvery: number
}

export interface WorldAgent {
  readonly id: string
  /** Indexes into the world's pools. */
  readonly pools: readonly number[]
  readonly habits: Habits
}

export interface WallTimes {
  readonly startMinute: number
  readonly endMinute: number
}

/** A shift of one week, in minutes after local midnight of its day of week. */
export interface WorldShift extends WallTimes {
  /** Index into the world's agents. */
  readonly agent: number
  /** 0 = Sunday. */
  readonly dayOfWeek: number
  readonly breaks: readonly WallTimes[]
  /** What the product is told of who works it: the agent, nobody yet, or somebody it has never seen. */
  readonly shownAs?: 'open' | 'newcomer'
}

export interface WorldDemand {
  readonly weeklyVisits: number
  /** Weights of the 24 hours on a working day and at the weekend. */
  readonly hours: readonly number[]
  readonly weekendHours: readonly number[]
  /** Weights of the days, Sunday first. */
  readonly days: readonly number[]
  /** Deviations of the logarithms of week, day and hour factors. */
  readonly weekNoise: number
  readonly dayNoise: number
  readonly hourNoise: number
  /** Correlation of one week's factor with the next. */
  readonly weekMemory: number
  /** Growth a week: 0.01 is one per cent. */
  readonly trend: number
}

export interface KnownDayQuirk {
  readonly class: 'public' | 'event' | 'outage'
  /** What visitors come to. */
  readonly factor: number
  /** Whether the product knows of it. */
  readonly isKnown: boolean
  /** So many weeks before, the same day of the week was one of the same name; null: none was in the history. */
  readonly weeksBefore: number | null
  /** What the user expects, as a share on top of what is usual; null: nothing was said. */
  readonly stated: number | null
}

/** What makes a site harder to read than most. */
export interface Quirks {
  /** Deviation of the logarithm of people's own pace. */
  readonly paceSpread: number
  /** How much longer visitors take from 17:00 on. */
  readonly slowEvenings: number
  /** Chance that somebody forgets to sign off until the next day but one, and that a second browser stays signed on for an hour after a shift. */
  readonly forgets: number
  /** A day of the history (0 = the first) with so many times the visitors; null: none. */
  readonly spike: { readonly day: number; readonly factor: number } | null
  /** Chance that a visitor is covered though nobody who could is signed on: by a bot, or by somebody without a session. */
  readonly coversAlone: number
  /** Visitors at once of an agent, one of these each; none: the world's own number. */
  readonly places: readonly number[]
  /** Factors on how long visitors take, one of these for each agent; none: everybody is alike. */
  readonly paces: readonly number[]
  /** Chance that a session is never closed, and that it is closed two to eight hours late. */
  readonly neverCloses: number
  readonly closesLate: number
  /** Chance that somebody has a week off, of which no plan knows. */
  readonly weeksOff: number
  /** Chance of not coming in an ordinary week, and how far its log odds stray, for everybody, from week to week; null: people's own habits. */
  readonly absence: { readonly chance: number; readonly spread: number } | null
  /** Whether those who were hired are not in the member list yet. */
  readonly unlistedNewcomers: boolean
  /** Factor on the visitors of the last week of the history and of the week to predict. */
  readonly jump: number
  /** Quarter-hours a week with so many times the visitors. */
  readonly bursts: { readonly perWeek: number; readonly factor: number } | null
  /** A working day of the week to predict that is no usual one; null: none is. */
  readonly knownDay: KnownDayQuirk | null
}

export interface World {
  readonly name: string
  readonly kind: SiteKind
  readonly seed: string
  readonly timeZone: string
  /** Local date on which the history begins; weeks are counted from it. */
  readonly firstDate: string
  /** Weeks of history. The week after them is the one to predict. */
  readonly weeks: number
  readonly demand: WorldDemand
  readonly pools: readonly WorldPool[]
  readonly agents: readonly WorldAgent[]
  readonly membershipKnown: boolean
  /** Visitors an agent serves at once. */
  readonly visitorsPerAgent: number
  /** Everybody's shifts in a week (0 = the first of the history). */
  readonly shiftsOf: (week: number) => readonly WorldShift[]
  /** Whether the site's planner draws breaks into plans. */
  readonly drawsBreaks: boolean
  /** Index of the pool that plans are about, with the people who serve it and no other; null: plans are about everybody. */
  readonly planPool: number | null
  readonly quirks: Quirks
}

export const NO_QUIRKS: Quirks = {
  paceSpread: 0,
  slowEvenings: 0,
  forgets: 0,
  spike: null,
  coversAlone: 0,
  places: [],
  paces: [],
  neverCloses: 0,
  closesLate: 0,
  weeksOff: 0,
  absence: null,
  unlistedNewcomers: false,
  jump: 1,
  bursts: null,
  knownDay: null,
}
