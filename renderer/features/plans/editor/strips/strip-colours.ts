/** Colours of the theme in force. */
export interface StripColours {
  readonly visitors: string
  readonly band: string
  readonly agents: string
  readonly agentsArea: string
  readonly short: string
  readonly needed: string
  readonly minimum: string
  readonly underMinimum: string
  readonly coverage: string
  readonly coverageBand: string
  readonly line: string
  readonly text: string
  /** Behind text. */
  readonly surface: string
  /** The typeface of axis labels. */
  readonly font: string
}
