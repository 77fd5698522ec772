import { z } from 'zod'
import {
  alertChannelSchema,
  alertRuleSchema,
  digestReviewOf,
  digestSettingsSchema,
  NO_DIGEST,
  reviewOf,
  type AlertChannel,
  type AlertRule,
  type DigestSettings,
} from '../../shared/alerts/alert-rule.ts'
import type { AlertEventText } from '../../shared/alerts/alert-text.ts'
import { alertStateSchema, CALM, dismissAlert, setBack, stepAlert } from '../../shared/alerts/episode.ts'
import { alertFiguresSchema, type Judgement } from '../../shared/alerts/judge.ts'
import { HOUR_MS, MINUTE_MS } from '../../shared/foundation/minutes.ts'
import { type AlertMessage, createAlertMessages, DESKTOP, type DigestEvent, type Settled } from './alert-messages.ts'
import type { Db } from './connection.ts'
import { refuseSecrets } from './no-secrets.ts'
import { readStored, type OnDamaged } from './stored-value.ts'

const stateSchema = z.strictObject({
  state: alertStateSchema,
  /** Name and figures when it was last looked at while something was wrong. */
  seen: z.strictObject({ name: z.string().nullable(), figures: alertFiguresSchema }).nullable(),
  /** The clock of the last look; an older one changes nothing. */
  lookedAt: z.number(),
})
type SubjectState = Readonly<z.infer<typeof stateSchema>>

/** One look at a rule. */
export interface RuleLook {
  readonly ruleId: string
  /** The clock of the figures. */
  readonly at: number
  /** The clock of whoever looks. */
  readonly clock: number
  readonly isQuiet: boolean
  /** When messages may leave: now, or when quiet hours end. */
  readonly dueAt: number
  /** How far looks are apart, minutes. */
  readonly every: number
  readonly judgements: readonly Judgement[]
  /** Whether these are all that can be wrong: what is not among them is wrong no more. */
  readonly isComplete: boolean
}

export interface EpisodeChange extends AlertEventText {
  readonly ruleId: string
  readonly subject: string
}

/** Alerts of one workspace: rules, channels, episodes and messages. Every change is one transaction, also between processes. */
export type AlertStore = ReturnType<typeof createAlertStore>

interface AlertStoreOptions {
  readonly db: Db
  readonly now: () => number
  /** Runs a transaction of the user's work; its run says how many rows changed. */
  readonly write: (run: () => number) => void
  /** A transaction of what is no work of the user's, and no reason for a backup. */
  readonly note: <T>(run: () => T) => T
  readonly read: <T>(run: () => T) => T
  readonly onDamaged: OnDamaged
}

/** A clock that is so much further back than the last look has been set back. */
const AHEAD_MS = HOUR_MS
const DIGEST_KEY = 'alerts/digest'

/** Every rule in a database that can be read, the oldest first. */
export function readAlertRules(db: Db, onDamaged: OnDamaged = () => undefined): readonly AlertRule[] {
  return wholeOnes(alertRuleSchema, texts(db, 'SELECT rule FROM alert_rules ORDER BY created_at, id'), () =>
    onDamaged('a rule of alerts'),
  )
}

export function createAlertStore({ db, now, write, note, read, onDamaged }: AlertStoreOptions) {
  const messages = createAlertMessages(db)
  const rules = (): readonly AlertRule[] => readAlertRules(db, onDamaged)
  const channels = (): readonly AlertChannel[] =>
    wholeOnes(alertChannelSchema, texts(db, 'SELECT channel FROM alert_channels ORDER BY created_at, id'), () =>
      onDamaged('a channel of alerts'),
    )
  const saveRule = db.prepare<[string, string, number]>(
    'INSERT INTO alert_rules (id, rule, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET rule = excluded.rule',
  )
  const saveChannel = db.prepare<[string, string, number]>(
    'INSERT INTO alert_channels (id, channel, created_at) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET channel = excluded.channel',
  )
  const removeRule = db.prepare<[string]>('DELETE FROM alert_rules WHERE id = ?')
  const removeChannel = db.prepare<[string]>('DELETE FROM alert_channels WHERE id = ?')
  const states = db.prepare<[string], { readonly subject: string; readonly state: string }>(
    'SELECT subject, state FROM alert_states WHERE rule_id = ?',
  )
  const saveState = db.prepare<[string, string, string]>(
    'INSERT INTO alert_states (rule_id, subject, state) VALUES (?, ?, ?) ON CONFLICT (rule_id, subject) DO UPDATE SET state = excluded.state',
  )
  const forgetStates = db.prepare<[string]>('DELETE FROM alert_states WHERE rule_id = ?')
  const forgetState = db.prepare<[string, string]>('DELETE FROM alert_states WHERE rule_id = ? AND subject = ?')
  const setting = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck()
  const saveSetting = db.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const digest = (): DigestSettings => {
    const text = setting.get(DIGEST_KEY)
    const stored = text === undefined ? null : readStored(digestSettingsSchema, text)
    return stored?.isWhole === true ? stored.value : NO_DIGEST
  }
  const statesOf = (ruleId: string): ReadonlyMap<string, SubjectState> =>
    new Map(
      states.all(ruleId).flatMap(({ subject, state }) => {
        const stored = readStored(stateSchema, state)
        return stored.isWhole ? [[subject, stored.value] as const] : []
      }),
    )

  /** Steps every subject of a rule, and puts messages in line for its channels. A rule that is off, or a look that is no news, changes nothing. */
  function step(look: RuleLook): readonly EpisodeChange[] {
    const { ruleId, at, isQuiet, every } = look
    const rule = rules().find(({ id }) => id === ruleId)
    if (rule?.isOn !== true) return []
    const before = statesOf(ruleId)
    const gone = goneOf(before, look)
    // An organization that is gone, or pays no more, did not get better: what was raised of it ends without a word.
    const isLeft = rule.measure === 'organization-health' && look.isComplete
    if (isLeft) for (const { subject } of gone) forgetState.run(ruleId, subject)
    return [...look.judgements, ...(isLeft ? [] : gone)].flatMap(({ subject, name, chance, figures }) => {
      const found = before.get(subject) ?? { state: CALM, seen: null, lookedAt: Number.NEGATIVE_INFINITY }
      const wasAhead = found.lookedAt > look.clock + AHEAD_MS
      const known = wasAhead ? { ...found, state: setBack(found.state, at) } : found
      if (!wasAhead && at <= known.lookedAt) return []
      const forMs = rule.measure === 'sync-failing' ? 0 : rule.forMinutes * MINUTE_MS
      const { state, event } = stepAlert(known.state, { at, chance, isQuiet, every, forMs })
      const seen = state.kind === 'calm' ? null : chance === null ? known.seen : { name, figures }
      // Of thousands of organizations that are well, nothing needs to be kept.
      const isIdle = state.kind === 'calm' && state.last === null && !before.has(subject)
      if (isIdle && figures.measure === 'organization-health') return []
      saveState.run(ruleId, subject, JSON.stringify({ state, seen, lookedAt: at } satisfies SubjectState))
      if (event === null) return []
      const kind = event.kind === 'raise' ? 'raised' : 'resolved'
      const change: EpisodeChange = { ruleId, subject, kind, rule: rule.name, name, since: event.since, figures }
      enqueue(rule, change, look)
      return [change]
    })
  }

  /** Those who were notified learn that it is not watched any more, as of when it was last seen. `next`: what the rule is now; null: removed. */
  function endAll(rule: AlertRule, next: AlertRule | null, dueAt: number): void {
    // Nobody needs to see any more what was shown to nobody.
    const isReviewed = rule.reviewed === reviewOf(rule)
    messages.dropRule(rule.id, isReviewed)
    const to = next === null ? rule.channels : rule.channels.filter((id) => next.channels.includes(id))
    if (isReviewed) endEpisodes({ ...rule, channels: to }, dueAt)
    forgetStates.run(rule.id)
  }

  function endEpisodes(rule: AlertRule, dueAt: number): void {
    for (const [subject, { state, seen }] of statesOf(rule.id)) {
      if (state.kind !== 'low' || !state.told || seen === null) continue
      const { name, figures } = seen
      const change = { ruleId: rule.id, subject, kind: 'resolved', rule: rule.name, name, since: state.since } as const
      enqueue(rule, { ...change, figures }, { clock: now(), dueAt: Math.max(dueAt, now()) })
    }
  }

  function enqueue(
    rule: AlertRule,
    { ruleId, subject, ...event }: EpisodeChange,
    { clock, dueAt }: Pick<RuleLook, 'clock' | 'dueAt'>,
  ): void {
    const episode = `${ruleId}/${subject}/${event.since}`
    const isPerson = event.figures.measure === 'absent'
    for (const channelId of [...(rule.desktop ? [DESKTOP] : []), ...rule.channels]) {
      // What was never raised there needs no end; a notification of this computer has none.
      if (event.kind === 'resolved' && (channelId === DESKTOP || !messages.wasRaised(episode, channelId))) continue
      const hidesName = isPerson && channelId !== DESKTOP && !rule.names
      messages.add({
        episode,
        kind: event.kind,
        channelId,
        ruleId,
        event: hidesName ? { ...event, name: null } : event,
        createdAt: clock,
        dueAt,
      })
    }
  }

  return {
    rules: () => read(rules),
    channels: () => read(channels),
    digest: () => read(digest),
    /**
     * A rule that is turned off or watches something else begins anew, and what it had raised is over; one that is changed goes on with that.
     * `dueAt`: when its quiet hours end.
     */
    saveRule(rule: AlertRule, dueAt: number): void {
      refuseSecrets(rule)
      write(() => {
        const before = rules().find(({ id }) => id === rule.id)
        if (before !== undefined && (!rule.isOn || before.measure !== rule.measure)) endAll(before, rule, dueAt)
        else if (before !== undefined && watched(before) !== watched(rule)) {
          for (const [subject, { state }] of statesOf(rule.id))
            if (state.kind !== 'low' || !state.told) forgetState.run(rule.id, subject)
        }
        return saveRule.run(rule.id, JSON.stringify(rule), now()).changes
      })
    },
    /** As `saveRule` of one that is turned off. */
    removeRule: (id: string, dueAt: number): void =>
      write(() => {
        const rule = rules().find((one) => one.id === id)
        if (rule === undefined) messages.dropRule(id, false)
        else endAll(rule, null, dueAt)
        return removeRule.run(id).changes
      }),
    saveChannel(channel: AlertChannel): void {
      refuseSecrets(channel)
      write(() => saveChannel.run(channel.id, JSON.stringify(channel), now()).changes)
    },
    /** Takes it out of the rules and the digest too: fewer get what was shown, and that needs no showing again. */
    removeChannel: (id: string): void =>
      write(() => {
        const without = (ids: readonly string[]): string[] => ids.filter((one) => one !== id)
        for (const rule of rules()) {
          const fewer = { ...rule, channels: without(rule.channels) }
          const reviewed = rule.reviewed === reviewOf(rule) ? reviewOf(fewer) : rule.reviewed
          saveRule.run(rule.id, JSON.stringify({ ...fewer, reviewed }), now())
        }
        const sent = digest()
        const fewer = { ...sent, channels: without(sent.channels) }
        const reviewed = sent.reviewed === digestReviewOf(sent) ? digestReviewOf(fewer) : sent.reviewed
        if (sent.channels.includes(id)) saveSetting.run(DIGEST_KEY, JSON.stringify({ ...fewer, reviewed }))
        messages.dropChannel(id)
        return removeChannel.run(id).changes
      }),
    saveDigest: (settings: DigestSettings): void =>
      write(() => saveSetting.run(DIGEST_KEY, JSON.stringify(settings)).changes),
    /** What a look changes, claimed by whoever comes first. */
    step: (look: RuleLook): readonly EpisodeChange[] => note(() => step(look)),
    /** By rule, every subject that was looked at. */
    states: (): readonly (SubjectState & { readonly ruleId: string; readonly subject: string })[] =>
      read(() =>
        rules().flatMap(({ id }) => [...statesOf(id)].map(([subject, stored]) => ({ ruleId: id, subject, ...stored }))),
      ),
    /** No banner any more of the episode that goes on. */
    dismiss: (ruleId: string, subject: string): void =>
      note(() => {
        const found = statesOf(ruleId).get(subject)
        if (found !== undefined)
          saveState.run(ruleId, subject, JSON.stringify({ ...found, state: dismissAlert(found.state) }))
      }),
    hasDigest: (week: string): boolean => read(() => messages.has(`digest/${week}`)),
    enqueueDigest: (sent: {
      readonly week: string
      readonly channels: readonly string[]
      readonly event: DigestEvent
      readonly clock: number
    }): void =>
      note(() => {
        const { week, event, clock } = sent
        const episode = `digest/${week}`
        for (const channelId of sent.channels)
          messages.add({ episode, kind: 'digest', channelId, ruleId: null, event, createdAt: clock, dueAt: clock })
      }),
    claim: (channelIds: readonly string[], clock: number): AlertMessage | null =>
      note(() => messages.claim(channelIds, clock)),
    startSending: (id: number, clock: number): boolean => note(() => messages.startSending(id, clock)),
    settle: (id: number, how: Settled, clock: number): void => note(() => messages.settle(id, how, clock)),
    deliveries: () => read(() => messages.deliveries()),
  }
}

/** What goes on and is judged no more, such as a pool to which nobody comes any more: it is over where everything is known, else not known. */
function goneOf(
  states: ReadonlyMap<string, SubjectState>,
  { judgements, isComplete, at }: RuleLook,
): readonly Judgement[] {
  const judged = new Set(judgements.map(({ subject }) => subject))
  return [...states].flatMap(([subject, { state, seen }]) =>
    state.kind !== 'low' || seen === null || judged.has(subject)
      ? []
      : [{ subject, name: seen.name, chance: isComplete ? 0 : null, figures: { ...seen.figures, until: at } }],
  )
}

/** What a rule watches: where this changes, what was seen and nobody was notified of says nothing any more. */
function watched({ measure, scope, minutes, threshold }: AlertRule): string {
  return JSON.stringify([measure, scope, minutes, threshold])
}

function texts(db: Db, sql: string): readonly string[] {
  return db.prepare<[], string>(sql).pluck().all()
}

function wholeOnes<T>(schema: z.ZodType<T>, stored: readonly string[], onDamaged: () => void): readonly T[] {
  return stored.flatMap((text) => {
    const found = readStored(schema, text)
    if (found.isWhole) return [found.value]
    onDamaged()
    return []
  })
}
