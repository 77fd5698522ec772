import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { changesFile } from '../../../electron/backend/handout/changes-files.ts'
import { pageHtml } from '../../../electron/backend/handout/page-html.ts'
import type { PlanChanges } from '../../../electron/backend/handout/plan-changes.ts'
import { handedShifts } from '../../../shared/handout/handed-shift.ts'
import { rosterChanges } from '../../../shared/handout/roster-changes.ts'
import { rosterPage } from '../../../shared/handout/roster-page.ts'
import { createFormatter } from '../../../shared/language/formatter.ts'
import { spokenLanguage } from '../../../shared/language/languages.ts'
import { en } from '../../../shared/messages/en.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import { parseLocalDate } from '../../../shared/time/local.ts'

const NASTY = `"><img src=x onerror=alert(1)></title></style><script>alert(2)</script>'&\u202e`
const MONDAY = '2026-11-23'
const ZONE = 'America/New_York'
const format = createFormatter({ ...spokenLanguage('en', ['en-US']), firstDayOfWeek: null }, en)
const plan: Plan = {
  name: NASTY,
  timeZone: ZONE,
  poolId: null,
  kind: 'dated',
  shifts: ['ann', 'bob', null].map((agentId, index) => ({
    id: `s${index}`,
    agentId,
    day: parseLocalDate(MONDAY) + index,
    startMinute: 540,
    endMinute: 1020,
    breaks: [{ startMinute: 720, endMinute: 750 }],
    note: `${agentId ?? 'open'} ${NASTY}`,
  })),
}
const weeks = { firstDate: MONDAY, weeks: 1 }
const shifts = handedShifts(plan, { planId: 'p', inactive: {}, ...weeks })
const page = (agentId: string | undefined, changed: { readonly ownZone?: string; readonly now?: string } = {}) =>
  pageHtml(
    rosterPage(
      {
        shifts,
        agentName: (id) => `${id} ${NASTY}`,
        agentId,
        ownZone: changed.ownZone ?? null,
        planName: plan.name,
        pool: NASTY,
        firstDate: MONDAY,
        lastDate: '2026-11-29',
        timeZone: ZONE,
        now: Date.parse(changed.now ?? '2026-11-22T15:00:00Z'),
        changes: agentId === undefined ? [] : [`Canceled: ${NASTY}`],
      },
      format,
    ),
    format,
  )

describe('a page for the phone', () => {
  it('lets nothing of a name run, and names only its own style and script in its policy', () => {
    for (const html of [page('ann'), page(undefined), changesFile(changes(), 'html', format)]) {
      expect(html).not.toMatch(/<img|onerror=alert\(1\)>|<script>alert/u)
      expect([...html.matchAll(/<script/gu)]).toHaveLength(1)
      expect([...html.matchAll(/<\/style>/gu)]).toHaveLength(1)
      expect(html).not.toMatch(/(?:src|href)="(?!data:,")/u)
      const hash = (text: string): string => createHash('sha256').update(text).digest('base64')
      const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(html)![1]!.replaceAll('&#39;', "'")
      expect(policy).toBe(
        `default-src 'none'; img-src data:; style-src 'sha256-${hash(/<style>(.*?)<\/style>/su.exec(html)![1]!)}'; script-src 'sha256-${hash(/<script>(.*?)<\/script>/su.exec(html)![1]!)}'; base-uri 'none'; form-action 'none'`,
      )
    }
  })

  it('shows a person their own notes, and nobody else theirs', () => {
    const html = page('ann')
    expect(html).toContain('<p class="note" dir="auto">ann &quot;')
    expect(html).not.toContain(
      'bob &quot;&gt;&lt;img src=x onerror=alert(1)&gt;&lt;/title&gt;&lt;/style&gt;&lt;script&gt;alert(2)&lt;/script&gt;&#39;&amp;\u202e</span></span></li>\n<li><span class="times">',
    )
    expect(html).not.toMatch(/class="note" dir="auto">(?:bob|open)/u)
    expect(page(undefined)).toMatch(/class="note" dir="auto">bob/u)
  })

  it('has the next shift, the hours, the breaks and the same times by the clock where somebody lives', () => {
    const html = page('ann', { ownZone: 'Europe/Berlin' })
    expect(html).toMatch(/<section class="next".*Mon, Nov 23.*9:00 AM–5:00 PM.*Break 12:00 PM–12:30 PM · 7\.5 h/su)
    expect(html).toContain('In Berlin: Nov 23, 3:00 PM–11:00 PM')
    expect(page('bob', { now: '2026-11-28T15:00:00Z' })).toContain('No more shifts in these dates.')
    expect(page('nobody')).toContain('You have no shifts in these dates.')
  })
})

function changes(): PlanChanges {
  return {
    planId: 'p',
    planName: NASTY,
    timeZone: ZONE,
    pool: NASTY,
    from: MONDAY,
    to: '2026-11-29',
    isPattern: false,
    since: { id: 'x', planName: NASTY, publishedAt: 0 },
    publicationId: null,
    planned: [],
    people: rosterChanges([], shifts, { firstDate: MONDAY }).map((one) => ({ ...one, name: NASTY, email: null })),
  }
}

describe('what changed, as a file', () => {
  it('runs nothing in a spreadsheet', () => {
    const text = changesFile(
      { ...changes(), people: changes().people.map((one) => ({ ...one, name: '=1+1' })) },
      'csv',
      format,
    )
    expect(text.split('\r\n')[1]).toMatch(/^'=1\+1,ann,added,,,,,,,2026-11-23,09:00,2026-11-23,17:00,12:00-12:30,/u)
  })

  it('is JSON, and text to be pasted', () => {
    expect(JSON.parse(changesFile(changes(), 'json', format))).toMatchObject({
      people: [
        { agentId: 'ann', added: [{ date: MONDAY, start: '09:00', end: '17:00' }], removed: [], moved: [] },
        { agentId: 'bob' },
      ],
    })
    expect(changesFile(changes(), 'text', format)).toContain(
      '- New: Mon, Nov 23, 9:00 AM–5:00 PM, break 12:00 PM–12:30 PM',
    )
  })
})
