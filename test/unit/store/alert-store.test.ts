import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { alertRuleSchema, reviewOf, type AlertChannel, type AlertRule } from '../../../shared/alerts/alert-rule.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/foundation/minutes.ts'
import type { RuleLook } from '../../../electron/store/alert-store.ts'
import { openWork } from '../../../electron/store/open-workspace.ts'
import { backUpWorkspace, restoreWorkspace } from '../../../electron/store/workspace-backup.ts'
import type { WorkStore } from '../../../electron/store/work-store.ts'
import type { WorkspacePaths } from '../../../electron/store/workspace-paths.ts'
import { errorOf, NOW, now, tempFolder, tempWorkspace } from './temp-store.ts'

const CHAT: AlertChannel = { kind: 'slack', id: 'chat', name: 'Chat', host: 'hooks.example', mayBePrivate: false }
const RULE: AlertRule = alertRuleSchema.parse({
  id: 'rule',
  name: 'Absent',
  isOn: true,
  measure: 'absent',
  scope: { kind: 'all' },
  minutes: 60,
  threshold: null,
  forMinutes: 0,
  quiet: null,
  desktop: true,
  channels: ['chat', 'mail'],
  names: false,
  reviewed: 'shown',
})

/** Of one channel. */
const ONE: AlertRule = {
  ...RULE,
  channels: ['chat'],
  desktop: false,
  reviewed: reviewOf({ ...RULE, channels: ['chat'] }),
}

function open(paths: WorkspacePaths): WorkStore {
  const { work } = openWork({ paths, now })
  onTestFinished(() => work.close())
  return work
}

const look = (minute: number, chance: number | null): RuleLook => ({
  ruleId: 'rule',
  at: NOW + minute * MINUTE_MS,
  clock: NOW + minute * MINUTE_MS,
  isQuiet: false,
  dueAt: NOW + minute * MINUTE_MS,
  every: 5,
  isComplete: true,
  judgements: [
    {
      subject: 'agent:ann',
      name: 'Ann',
      chance,
      figures: { measure: 'absent', start: NOW, end: NOW + HOUR_MS, until: NOW },
    },
  ],
})

/** Everything that is due, as whoever sends it sees it. */
function due(work: WorkStore, clock: number, channels = ['chat', 'mail', 'desktop']): readonly string[] {
  const found: string[] = []
  for (
    let message = work.alerts.claim(channels, clock);
    message !== null;
    message = work.alerts.claim(channels, clock)
  ) {
    found.push(
      `${message.kind} ${message.channelId} ${message.event !== null && 'name' in message.event ? message.event.name : '-'}`,
    )
    work.alerts.startSending(message.id, clock)
    work.alerts.settle(message.id, { kind: 'sent' }, clock)
  }
  return found.toSorted()
}

describe('episodes of two processes', () => {
  test('are one, whoever looks first, and each channel gets one message, without the name that is off', () => {
    const { paths } = tempWorkspace()
    const [app, watch] = [open(paths), open(paths)]
    app.alerts.saveRule(RULE, NOW)
    expect([app, watch].flatMap((work) => work.alerts.step(look(0, 1))).map(({ kind }) => kind)).toEqual(['raised'])
    expect([watch, app].flatMap((work) => work.alerts.step(look(5, 1)))).toEqual([])
    expect(due(watch, NOW + 5 * MINUTE_MS)).toEqual(['raised chat null', 'raised desktop Ann', 'raised mail null'])
    expect(due(app, NOW + 5 * MINUTE_MS)).toEqual([])
    expect([app, watch].flatMap((work) => work.alerts.step(look(10, 0))).map(({ kind }) => kind)).toEqual(['resolved'])
    // This computer is told of what is wrong, not that it is over.
    expect([...due(app, NOW + HOUR_MS), ...due(watch, NOW + HOUR_MS)]).toEqual([
      'resolved chat null',
      'resolved mail null',
    ])
  })

  test('are not changed by figures that are older than those seen, nor by a rule that is off', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    work.alerts.saveRule(RULE, NOW)
    work.alerts.step(look(10, 0))
    expect(work.alerts.step(look(5, 1))).toEqual([])
    work.alerts.saveRule({ ...RULE, isOn: false }, NOW)
    expect(work.alerts.step(look(15, 1))).toEqual([])
  })
})

describe('the end of an episode', () => {
  const health = { ...ONE, measure: 'organization-health', scope: { kind: 'all' } }

  test('is no message where an organization is gone, and did not get better', () => {
    const work = open(tempWorkspace().paths)
    const rule = alertRuleSchema.parse({ ...health, reviewed: null })
    work.alerts.saveRule({ ...rule, reviewed: reviewOf(rule) }, NOW)
    const fall: RuleLook = {
      ...look(0, 1),
      judgements: [
        {
          subject: 'organization:lumen:high',
          name: 'Lumen',
          chance: 1,
          figures: {
            measure: 'organization-health',
            from: 'low',
            to: 'high',
            score: 40,
            dashboardScore: 50,
            until: NOW,
          },
        },
      ],
    }
    work.alerts.step(fall)
    expect(due(work, NOW)).toEqual(['raised chat Lumen'])
    expect(work.alerts.step({ ...look(10, 0), judgements: [] })).toEqual([])
    expect(work.alerts.states()).toEqual([])
    expect(due(work, NOW + HOUR_MS)).toEqual([])
  })
})

describe('an episode that was raised', () => {
  function raised(): WorkStore {
    const work = open(tempWorkspace().paths)
    work.alerts.saveRule(ONE, NOW)
    work.alerts.step(look(0, 1))
    due(work, NOW)
    return work
  }

  test('is over where its subject is judged no more, unless not everything is known', () => {
    const work = raised()
    expect(work.alerts.step({ ...look(5, 1), judgements: [], isComplete: false })).toEqual([])
    expect(work.alerts.step({ ...look(10, 1), judgements: [] })).toMatchObject([{ kind: 'resolved', name: 'Ann' }])
    expect(due(work, NOW + HOUR_MS)).toEqual(['resolved chat null'])
    expect(work.alerts.step({ ...look(15, 1), judgements: [] })).toEqual([])
  })

  test('is said to be over where its rule is turned off or watches something else', () => {
    for (const change of [{ isOn: false }, { measure: 'coverage' as const }]) {
      const work = raised()
      work.alerts.saveRule({ ...ONE, ...change }, NOW)
      expect(due(work, NOW + HOUR_MS)).toEqual(['resolved chat null'])
      expect(work.alerts.states()).toEqual([])
    }
  })

  test('is said to be over where its rule is removed, at the end of its quiet hours', () => {
    const work = raised()
    work.alerts.removeRule('rule', NOW + 2 * HOUR_MS)
    expect(work.alerts.rules().some(({ id }) => id === 'rule')).toBe(false)
    expect(due(work, NOW + HOUR_MS)).toEqual([])
    expect(due(work, NOW + 2 * HOUR_MS)).toEqual(['resolved chat null'])
  })

  test('is over in silence for whoever was not notified of it', () => {
    for (const end of ['off', 'removed'] as const) {
      const work = open(tempWorkspace().paths)
      work.alerts.saveRule(ONE, NOW)
      // In line, and not sent; and one that could not be sent.
      work.alerts.step(look(0, 1))
      if (end === 'off') work.alerts.saveRule({ ...ONE, isOn: false }, NOW)
      else {
        const message = work.alerts.claim(['chat'], NOW)!
        work.alerts.settle(message.id, { kind: 'failed', problem: 'status:404' }, NOW)
        work.alerts.removeRule('rule', NOW)
      }
      expect(due(work, NOW + HOUR_MS)).toEqual([])
    }
  })

  test('is over once, also where that was in line when its rule was removed', () => {
    const work = raised()
    work.alerts.step({ ...look(10, 0), dueAt: NOW + 2 * HOUR_MS })
    work.alerts.removeRule('rule', NOW)
    expect(due(work, NOW + 2 * HOUR_MS)).toEqual(['resolved chat null'])
  })

  test('ends without a word where its texts were not shown', () => {
    const work = raised()
    work.alerts.saveRule({ ...ONE, reviewed: null }, NOW)
    work.alerts.removeRule('rule', NOW)
    expect(due(work, NOW + HOUR_MS)).toEqual([])
  })

  test('goes on where its rule is changed, and is over when that finds nothing wrong', () => {
    const work = raised()
    work.alerts.saveRule({ ...ONE, minutes: 30 }, NOW)
    expect(work.alerts.step(look(5, 1))).toEqual([])
    work.alerts.step(look(10, 0))
    expect(due(work, NOW + HOUR_MS)).toEqual(['resolved chat null'])
  })
})

describe('a clock that was a year ahead', () => {
  const YEAR = (365 * DAY_MS) / MINUTE_MS

  test('silences nothing that is looked at after it was set back', () => {
    const work = open(tempWorkspace().paths)
    work.alerts.saveRule(ONE, NOW)
    work.alerts.step(look(YEAR, 0))
    expect(work.alerts.step(look(0, 1)).map(({ kind }) => kind)).toEqual(['raised'])
    const other = open(tempWorkspace().paths)
    other.alerts.saveRule(ONE, NOW)
    other.alerts.step(look(YEAR, 1))
    expect(other.alerts.step(look(0, 0)).map(({ kind }) => kind)).toEqual(['resolved'])
    // What was over in that future is no reason to say nothing of what begins now.
    expect(other.alerts.step(look(5, 1)).map(({ kind }) => kind)).toEqual([])
  })

  test('keeps no message from being sent, nor from expiring', () => {
    const work = open(tempWorkspace().paths)
    work.alerts.saveRule(ONE, NOW)
    work.alerts.step(look(YEAR, 1))
    expect(due(work, NOW)).toEqual(['raised chat null'])
    work.alerts.step(look(YEAR, 0))
    expect(work.alerts.claim([], NOW)).toBeNull()
    expect(due(work, NOW + DAY_MS + MINUTE_MS)).toEqual([])
  })

  test('makes no attempt wait that failed while it was ahead, nor one that began then', () => {
    const work = open(tempWorkspace().paths)
    work.alerts.saveRule(ONE, NOW)
    work.alerts.step(look(0, 1))
    const ahead = NOW + 10 * HOUR_MS
    const message = work.alerts.claim(['chat'], ahead)!
    work.alerts.settle(message.id, { kind: 'retry', dueAt: ahead + MINUTE_MS, problem: 'unreachable' }, ahead)
    const again = work.alerts.claim(['chat'], NOW)!
    expect(again).toMatchObject({ id: message.id, attempts: 1 })
    const other = open(tempWorkspace().paths)
    other.alerts.saveRule(ONE, NOW)
    other.alerts.step(look(0, 1))
    other.alerts.claim(['chat'], ahead)
    expect(due(other, NOW)).toEqual(['raised chat null'])
  })
})

describe('a message', () => {
  function raised(): { readonly work: WorkStore; readonly paths: WorkspacePaths } {
    const { paths } = tempWorkspace()
    const work = open(paths)
    work.alerts.saveRule(ONE, NOW)
    work.alerts.step(look(0, 1))
    return { work, paths }
  }

  test('that a process had only claimed when it ended is sent by another', () => {
    const { work, paths } = raised()
    expect(work.alerts.claim(['chat'], NOW)).toMatchObject({ kind: 'raised' })
    const other = open(paths)
    expect(other.alerts.claim(['chat'], NOW + MINUTE_MS)).toBeNull()
    const again = other.alerts.claim(['chat'], NOW + 3 * MINUTE_MS)!
    // The first one comes back to life: what it claimed is not its any more once another has begun.
    other.alerts.startSending(again.id, NOW + 3 * MINUTE_MS)
    expect(work.alerts.startSending(again.id, NOW + 3 * MINUTE_MS)).toBe(false)
  })

  test('that was being sent when its process ended may have arrived, and is never sent again', () => {
    const { work, paths } = raised()
    const message = work.alerts.claim(['chat'], NOW)!
    expect(work.alerts.startSending(message.id, NOW)).toBe(true)
    const other = open(paths)
    expect(other.alerts.claim(['chat'], NOW + 3 * MINUTE_MS)).toBeNull()
    expect(other.alerts.deliveries()).toMatchObject([
      { channelId: 'chat', state: 'unconfirmed', problem: 'interrupted' },
    ])
  })

  test('that failed waits, keeps those behind it in order, and is given up after a day', () => {
    const { work } = raised()
    const first = work.alerts.claim(['chat'], NOW)!
    const later = NOW + 10 * MINUTE_MS
    work.alerts.settle(first.id, { kind: 'retry', dueAt: later, problem: 'unreachable' }, NOW)
    work.alerts.step(look(5, 0))
    expect(work.alerts.claim(['chat'], NOW + 5 * MINUTE_MS)).toBeNull()
    expect(work.alerts.claim(['chat'], later)).toMatchObject({ id: first.id, attempts: 1 })
    work.alerts.settle(first.id, { kind: 'retry', dueAt: NOW + 2 * DAY_MS, problem: 'status:503' }, later)
    // Nor is the end of what nobody read of.
    expect(due(work, NOW + DAY_MS + MINUTE_MS)).toEqual([])
  })

  test('that waits for the end of quiet hours holds back no other alert, and nothing overtakes it in its episode', () => {
    const work = open(tempWorkspace().paths)
    work.alerts.saveRule(ONE, NOW)
    work.alerts.saveRule({ ...ONE, id: 'other', names: true }, NOW)
    const morning = NOW + 8 * HOUR_MS
    work.alerts.step({ ...look(0, 1), dueAt: morning })
    work.alerts.step({ ...look(0, 1), ruleId: 'other' })
    work.alerts.step({ ...look(5, 0), dueAt: NOW + 5 * MINUTE_MS })
    expect(due(work, NOW + 10 * MINUTE_MS)).toEqual(['raised chat Ann'])
    expect(due(work, morning)).toEqual(['raised chat null', 'resolved chat null'])
  })

  test('goes to no channel that was removed, and is not a change worth a backup', () => {
    const { paths } = tempWorkspace()
    const work = open(paths)
    work.alerts.saveChannel(CHAT)
    work.alerts.saveRule(RULE, NOW)
    work.backUp()
    work.alerts.step(look(0, 1))
    expect(work.backUp()).toBeNull()
    work.alerts.removeChannel('chat')
    expect(due(work, NOW)).toEqual(['raised desktop Ann', 'raised mail null'])
    expect(work.alerts.rules().find(({ id }) => id === 'rule')!.channels).toEqual(['mail'])
  })

  test('of the digest is one a week and channel', () => {
    const { paths } = tempWorkspace()
    const [app, watch] = [open(paths), open(paths)]
    const digest = {
      week: '2024-10-07',
      channels: ['chat'],
      event: { title: 'Coverage last week: 80%', lines: [] },
      clock: NOW,
    }
    app.alerts.enqueueDigest(digest)
    watch.alerts.enqueueDigest(digest)
    expect([app.alerts.hasDigest('2024-10-07'), due(app, NOW).length, due(watch, NOW).length]).toEqual([true, 1, 0])
  })
})

test('a rule or channel that carries a password is not stored', () => {
  const { paths } = tempWorkspace()
  const work = open(paths)
  expect(errorOf(() => work.alerts.saveChannel({ ...CHAT, name: 'https://user:word@hooks.example' })).code).toBe(
    'invalid-input',
  )
})

test('a restored backup brings rules for this computer alone: no channel, no digest, nothing on its way', () => {
  const { dataDir, paths } = tempWorkspace()
  const work = open(paths)
  work.alerts.saveChannel(CHAT)
  work.alerts.saveRule({ ...RULE, names: true }, NOW)
  work.alerts.saveDigest({ isOn: true, dayOfWeek: 1, hour: 8, channels: ['chat'], reviewed: 'shown' })
  work.alerts.step(look(0, 1))
  work.close()
  const file = join(tempFolder(), 'ours.covercast')
  backUpWorkspace({ dataDir, id: paths.id, file, overwrite: false, now })
  const restored = open(restoreWorkspace({ dataDir, file, name: 'Restored', now }))
  expect(restored.alerts.rules().find(({ id }) => id === 'rule')).toEqual({
    ...RULE,
    channels: [],
    names: false,
    reviewed: null,
  })
  expect([restored.alerts.channels(), restored.alerts.states(), restored.alerts.digest().isOn]).toEqual([[], [], false])
  expect(due(restored, NOW)).toEqual([])
})
