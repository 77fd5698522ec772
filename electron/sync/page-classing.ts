import type { PageRule } from '../../shared/contract/page-rules.ts'

/** Rules of pages as they are asked for: where the address is, and what decides the class. */
export interface PageRules {
  /** The column of visits that holds the address. */
  readonly column: string
  /** In order; never empty. */
  readonly rules: readonly PageRule[]
}

/** Names what rules divide visits by: under another name days are stale. Weights can change, they are no counts. */
export function pageClassingName({ column, rules }: PageRules): string {
  return JSON.stringify([column, ...rules.map(({ weight: _weight, ...rule }) => rule)])
}
