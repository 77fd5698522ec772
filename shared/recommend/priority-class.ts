/** A: the first half of what is missed. B: the next 30%. C: the rest. */
export type PriorityClass = 'A' | 'B' | 'C'

const HALF = 0.5
const MOST = 0.8

/** How much each of some blocks matters beside the others, by the share of the missed visitors that larger ones leave: in the order of the blocks. */
export function priorityClasses(missed: readonly number[]): readonly PriorityClass[] {
  const total = missed.reduce((sum, one) => sum + one, 0)
  const classes = new Map<number, PriorityClass>()
  let before = 0
  for (const index of missed.map((_, place) => place).toSorted((one, other) => missed[other]! - missed[one]!)) {
    classes.set(index, before < HALF * total ? 'A' : before < MOST * total ? 'B' : 'C')
    before += missed[index]!
  }
  return missed.map((_, index) => classes.get(index)!)
}
