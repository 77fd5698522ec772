/** A month of hires: what they bring and take. */
export interface HiringMonth {
  readonly month: string
  /** Visitors covered because of them. */
  readonly gained: number
  /** Of what is gained, and of their hours. */
  readonly worth: number
  readonly cost: number
  /** Hours of theirs that are paid: a month without any is before them. */
  readonly paidHours: number
}

/** When hires pay. Months as YYYY-MM; null: not within the months. */
export interface HiringCase {
  readonly gained: number
  readonly worth: number
  readonly cost: number
  /** The first month of theirs that brings as much as it costs. */
  readonly paysFrom: string | null
  /** The month by which all that they cost so far is earned, for good. */
  readonly paidBackBy: string | null
}

/** What hires bring and cost over months in order, and when they pay. `before`: what they brought and cost before the first of them. */
export function hiringCase(
  months: readonly HiringMonth[],
  before: Pick<HiringMonth, 'worth' | 'cost'> = { worth: 0, cost: 0 },
): HiringCase {
  const sum = (of: (month: HiringMonth) => number): number => months.reduce((total, month) => total + of(month), 0)
  const at = months.filter(({ paidHours }) => paidHours > 0)
  let balance = before.worth - before.cost
  const balances = at.map(({ month, worth, cost }) => ({ month, balance: (balance += worth - cost) }))
  const lastOwing = balances.findLastIndex((one) => one.balance < 0)
  return {
    gained: sum(({ gained }) => gained),
    worth: sum(({ worth }) => worth),
    cost: sum(({ cost }) => cost),
    paysFrom: at.find(({ worth, cost }) => worth >= cost)?.month ?? null,
    paidBackBy: balances[lastOwing + 1]?.month ?? null,
  }
}
