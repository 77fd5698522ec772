interface Visit {
  readonly createdAt: number
  readonly agentId: string | null
}
interface Spell {
  readonly startedAt: number
  readonly endedAt: number
}

/**
 * The plain way: every visit's local hour by a formatter, and every session held against every hour of every day.
 * Returns visitors, covered and agent-hours per hour of day, to be compared before anything is timed.
 */
export function originalHourly(visits: readonly Visit[], sessions: readonly Spell[], range: { readonly from: number; readonly to: number; readonly timeZone: string }) {
  const hourOf = new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone: range.timeZone })
  const hours = Array.from({ length: 24 }, () => ({ visitors: 0, covered: 0, agentHours: 0 }))
  for (const visit of visits) {
    if (visit.createdAt < range.from || visit.createdAt >= range.to) continue
    const hour = hours[Number(hourOf.format(visit.createdAt))]!
    hour.visitors += 1
    if (visit.agentId !== null) hour.covered += 1
  }
  for (let start = range.from; start < range.to; start += 3_600_000) {
    const hour = hours[Number(hourOf.format(start))]!
    for (const session of sessions) {
      const overlap = Math.min(session.endedAt, start + 3_600_000, range.to) - Math.max(session.startedAt, start)
      if (overlap > 0) hour.agentHours += overlap / 3_600_000
    }
  }
  return hours
}
