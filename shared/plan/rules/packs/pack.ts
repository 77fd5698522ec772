import type { PlanRules, WorkRules } from '../rules.ts'

/** A rule that a pack can fill in; 'owedBreak' covers every break that a shift's length requires. */
export type PackRule = keyof WorkRules | 'owedBreak' | 'breaksByHour' | 'unbrokenWork' | 'overtime' | 'noticeDays'

/** Where a number of a pack comes from. */
export interface PackSource {
  readonly rule: PackRule
  /** As a violation names it: "ArbZG § 5". */
  readonly article: string
  /** Its permanent address. */
  readonly url: string
  /** The number in words: "11 h between two working days". */
  readonly says: string
}

/** Rules of a law, to start from: every number can be changed after it is applied. No legal advice. */
export interface RulePack {
  readonly id: string
  readonly name: string
  /** Whom it is applied to. */
  readonly appliesTo: 'plan' | 'agent'
  /** Local date on which every number was last compared with its source. */
  readonly checked: string
  /** What is filled in; all else stays as it is. */
  readonly rules: Partial<Omit<PlanRules, 'pack' | 'hourlyCost' | 'minimumStaff'>>
  readonly sources: readonly PackSource[]
  /** What the law says besides, and what was assumed. */
  readonly notes: readonly string[]
}
