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
  /** Further articles that the rule has numbers from. */
  readonly others?: readonly Pick<PackSource, 'article' | 'url'>[]
}

/** A law that has a pack. */
export type PackId =
  | 'eu-wtd'
  | 'de-arbzg'
  | 'fr-code-du-travail'
  | 'uk-wtr'
  | 'us-flsa'
  | 'us-ca'
  | 'us-minors-14-15'
  | 'ca-on-esa'

/** Rules of a law, to start from: every number can be changed after it is applied. Not legal advice. */
export interface RulePack {
  readonly id: PackId
  /** Whom it is applied to. */
  readonly appliesTo: 'plan' | 'agent'
  /** Local date on which every number was last compared with its source. */
  readonly checked: string
  /** What is filled in; all else stays as it is. */
  readonly rules: Partial<Omit<PlanRules, 'pack' | 'hourlyCost' | 'minimumStaff'>>
  /** One a rule. */
  readonly sources: readonly PackSource[]
}
