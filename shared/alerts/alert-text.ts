import { z } from 'zod'
import { HOUR_MS } from '../foundation/minutes.ts'
import { coveragePercent } from '../foundation/rate.ts'
import type { Formatter } from '../language/formatter.ts'
import type { AlertMeasure } from './alert-rule.ts'
import { alertFiguresSchema, type AlertFigures } from './judge.ts'

/** What happened in an episode, as it is kept until everybody was notified. Its text is written when it is sent. */
export const alertEventSchema = z.strictObject({
  kind: z.enum(['raised', 'resolved']),
  rule: z.string(),
  /** Name of the pool or agent; null: all together, or it must not be said. */
  name: z.string().nullable(),
  since: z.number(),
  figures: alertFiguresSchema,
})
export type AlertEventText = Readonly<z.infer<typeof alertEventSchema>>

/** A message as everybody gets it: a title, and lines below it. */
export interface MessageText {
  readonly title: string
  readonly lines: readonly string[]
}

interface Wording {
  /** The organization or workspace. */
  readonly workspace: string
  readonly timeZone: string
  readonly format: Pick<Formatter, 'texts' | 'rate' | 'count' | 'time' | 'instant'>
}

/** The whole text of an alert: what leaves the computer is this and nothing else. */
export function alertText(event: AlertEventText, wording: Wording): MessageText {
  const { workspace, format } = wording
  const t = format.texts.alerts
  const { figures, since, kind } = event
  const titleOf = alertTitle(event, format)
  const source = t.source({ workspace, rule: event.rule })
  if (kind === 'resolved') {
    return { title: t.resolvedTitle({ title: titleOf }), lines: [resolvedLine(figures, since, wording), source] }
  }
  return { title: titleOf, lines: [alertFigures(figures, wording), source] }
}

function resolvedLine(figures: AlertFigures, since: number, { timeZone, format }: Wording): string {
  const { texts } = format
  const t = texts.alerts.resolved
  if (figures.measure !== 'organization-health')
    return t[figures.measure]({ since: format.time(since, timeZone), until: format.time(figures.until, timeZone) })
  // It lasts for days.
  return t['organization-health']({
    risk: texts.health.risks[figures.to],
    since: format.instant(since, timeZone),
    until: format.instant(figures.until, timeZone),
    score: String(figures.score),
  })
}

/** "Coverage of Sales is low". */
export function alertTitle(
  { figures, name }: { readonly figures: { readonly measure: AlertMeasure }; readonly name: string | null },
  { texts }: Pick<Formatter, 'texts'>,
): string {
  const { titles, namedTitles } = texts.alerts
  return name === null ? titles[figures.measure] : namedTitles[figures.measure]({ name })
}

/** The figures of an alert in one sentence. */
export function alertFigures(figures: AlertFigures, { timeZone, format }: Omit<Wording, 'workspace'>): string {
  const t = format.texts.alerts
  const time = (instant: number): string => format.time(instant, timeZone)
  switch (figures.measure) {
    case 'coverage':
      return t.coverage({
        missed: format.count(figures.visitors - figures.covered),
        count: figures.visitors,
        minutes: figures.minutes,
        until: time(figures.until),
        rate: format.rate(coveragePercent(figures, 100)),
        target: format.rate(figures.target),
      })
    case 'nobody-online':
      return t.nobodyOnline({ count: figures.visitors, minutes: figures.minutes, until: time(figures.until) })
    case 'next-visitor':
      return t.nextVisitor({
        until: time(figures.until),
        chance: format.rate(figures.chance),
        target: format.rate(figures.target),
        agents: figures.agents,
      })
    case 'absent':
      return t.absent({ start: time(figures.start), end: time(figures.end), until: time(figures.until) })
    case 'sync-failing':
      return t.syncFailing({ lastSync: format.instant(figures.lastSync, timeZone) })
    case 'organization-health':
      return t.organizationHealth({
        from: format.texts.health.risks[figures.from],
        to: format.texts.health.risks[figures.to],
        score: String(figures.score),
        dashboard: String(figures.dashboardScore),
      })
  }
}

/** What a channel sends to be tried. */
export function testText({ workspace, format }: Omit<Wording, 'timeZone'>): MessageText {
  const t = format.texts.alerts
  return { title: t.testTitle, lines: [t.testBody({ workspace })] }
}

/** Figures as they could be, to show what a rule says before anything happened. */
export function exampleFigures(
  measure: AlertMeasure,
  { now, minutes, target }: { readonly now: number; readonly minutes: number; readonly target: number },
): AlertFigures {
  switch (measure) {
    case 'coverage':
      return { measure, minutes, visitors: 60, covered: 38, target, until: now }
    case 'nobody-online':
      return { measure, minutes, visitors: 4, until: now }
    case 'next-visitor':
      return { measure, chance: 55, target, agents: 2, until: now }
    case 'absent':
      return { measure, start: now - HOUR_MS, end: now + 7 * HOUR_MS, until: now }
    case 'sync-failing':
      return { measure, lastSync: now - HOUR_MS, until: now }
    case 'organization-health':
      return { measure, from: 'medium', to: 'high', score: 57, dashboardScore: 54, until: now }
  }
}

/** A text as one block, for what shows no title of its own. */
export function plainText({ title, lines }: MessageText): string {
  return [title, ...lines].join('\n')
}
