import type { CallFacts } from './types.ts'

const USUAL_RING_RATE = 0.15
const USUAL_CALL_SECONDS = 180
/** Of an hour that an agent is on calls. */
const CALL_MINUTES = 50
/** Between two calls. */
const PAUSE_MINUTES = 1.25

export interface CallRule {
  /** Calls that one agent takes in an hour. */
  readonly callsPerAgentHour: number
  /** Share of visitors who ring, 0-1. */
  readonly ringRate: number
  /** An average call. */
  readonly callMinutes: number
  /** Agents for visitors missed in one hour; at least 1. */
  readonly agentsFor: (missedPerHour: number) => number
}

/** The rule of thumb for where too little is known to fit a model: missed visitors as calls, and calls as agents. */
export function callRule({ ringRate, averageCallSeconds }: CallFacts): CallRule {
  const rate = ringRate?.value ?? USUAL_RING_RATE
  const minutes = (averageCallSeconds?.value ?? USUAL_CALL_SECONDS) / 60
  const callsPerAgentHour = Math.max(1, Math.floor(CALL_MINUTES / (minutes + PAUSE_MINUTES)))
  // Rounded first: 20 / 10 calls must not be a hair more than 2 agents.
  const agentsFor = (missed: number): number =>
    Math.max(1, Math.ceil(Number(((missed * rate) / callsPerAgentHour).toFixed(9))))
  return { callsPerAgentHour, ringRate: rate, callMinutes: minutes, agentsFor }
}
