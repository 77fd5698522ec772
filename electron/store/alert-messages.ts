import { z } from 'zod'
import { alertEventSchema, type AlertEventText } from '../../shared/alerts/alert-text.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/foundation/minutes.ts'
import type { Db } from './connection.ts'
import { readStored } from './stored-value.ts'

/** The channel that is this computer. */
export const DESKTOP = 'desktop'

/** A digest, with its text as it was written. */
const digestEventSchema = z.strictObject({ title: z.string(), lines: z.array(z.string()) })
export type DigestEvent = Readonly<z.infer<typeof digestEventSchema>>

export interface AlertMessage {
  readonly id: number
  readonly episode: string
  readonly kind: 'raised' | 'resolved' | 'digest'
  readonly channelId: string
  readonly ruleId: string | null
  /** null: it cannot be read. */
  readonly event: AlertEventText | DigestEvent | null
  readonly createdAt: number
  readonly attempts: number
}

/** How an attempt ended. */
export type Settled =
  | { readonly kind: 'sent' }
  /** It certainly did not arrive; to be tried again. */
  | { readonly kind: 'retry'; readonly dueAt: number; readonly problem: string }
  /** It certainly did not arrive, and will not. */
  | { readonly kind: 'failed'; readonly problem: string }
  /** It may have arrived: sending it again could make two of one. */
  | { readonly kind: 'unconfirmed'; readonly problem: string }

interface NewMessage extends Pick<AlertMessage, 'episode' | 'kind' | 'channelId' | 'ruleId' | 'createdAt'> {
  readonly event: AlertEventText | DigestEvent
  readonly dueAt: number
}

type MessageRow = Omit<AlertMessage, 'event'> & { readonly event: string }

export interface DeliveryRow {
  readonly channelId: string
  readonly state: 'waiting' | 'claimed' | 'sending' | 'sent' | 'failed' | 'unconfirmed'
  readonly problem: string | null
  readonly at: number
  readonly waiting: number
}

/** Nobody who claims a message takes longer; whoever does has ended. */
const CLAIM_MS = 2 * MINUTE_MS
/** What could not be sent for so long is no news any more. */
const EXPIRED_MS = DAY_MS
/** A notification of this computer is for now. */
const DESKTOP_EXPIRED_MS = 30 * MINUTE_MS
const KEPT_MS = 30 * DAY_MS
/** A clock that is further back than what was written by it has been set back. */
const AHEAD_MS = MINUTE_MS
const OPEN = `('waiting', 'claimed', 'sending')`
const COLUMNS =
  'id, episode, kind, channel_id AS channelId, rule_id AS ruleId, event, created_at AS createdAt, attempts'

/** Messages on their way, of one work file. Call each within a transaction; `clock` is the clock of whoever asks. */
export function createAlertMessages(db: Db) {
  const insert = db.prepare<[Omit<NewMessage, 'event'> & { readonly event: string; readonly expiresAt: number }]>(`
    INSERT INTO alert_messages (episode, kind, channel_id, rule_id, event, created_at, due_at, expires_at, state)
    VALUES (@episode, @kind, @channelId, @ruleId, @event, @createdAt, @dueAt, @expiresAt, 'waiting')
    ON CONFLICT (episode, kind, channel_id) DO NOTHING`)
  const raised = db
    .prepare<[string, string], number>(
      `SELECT 1 FROM alert_messages WHERE episode = ? AND kind = 'raised' AND channel_id = ? AND state <> 'failed'`,
    )
    .pluck()
  const ofEpisode = db.prepare<[string], number>('SELECT 1 FROM alert_messages WHERE episode = ?').pluck()
  // What waits for the end of its rule's quiet hours holds back no other episode; what could not be sent holds back its channel.
  const next = db.prepare<[{ readonly clock: number; readonly channels: string }], MessageRow>(`
    SELECT ${COLUMNS} FROM alert_messages AS message
    WHERE state = 'waiting' AND due_at <= @clock AND channel_id IN (SELECT value FROM json_each(@channels))
      AND NOT EXISTS (
        SELECT 1 FROM alert_messages AS earlier
        WHERE earlier.channel_id = message.channel_id AND earlier.id < message.id AND earlier.state IN ${OPEN}
          AND (earlier.episode = message.episode OR earlier.attempts > 0 OR earlier.due_at <= @clock))
    ORDER BY id LIMIT 1`)
  const claim = db.prepare<[number, number]>(
    `UPDATE alert_messages SET state = 'claimed', claimed_until = ? WHERE id = ?`,
  )
  const startSending = db.prepare<[number, number, number]>(
    `UPDATE alert_messages SET state = 'sending', claimed_until = ? WHERE id = ? AND state = 'claimed' AND claimed_until > ?`,
  )
  const settle = db.prepare<[Readonly<Record<string, string | number | null>>]>(`
    UPDATE alert_messages
    SET state = @state, attempts = attempts + 1, due_at = coalesce(@dueAt, due_at), problem = @problem, settled_at = @settledAt
    WHERE id = @id AND state IN ('claimed', 'sending')`)
  const deliveries = db.prepare<[], DeliveryRow>(`
    SELECT channel_id AS channelId, state, problem, coalesce(settled_at, created_at) AS at,
      (SELECT count(*) FROM alert_messages AS open
        WHERE open.channel_id = message.channel_id AND open.state IN ${OPEN}) AS waiting
    FROM alert_messages AS message
    WHERE id = (SELECT max(id) FROM alert_messages AS last WHERE last.channel_id = message.channel_id)`)
  const claimIsOver = `(claimed_until <= @clock OR claimed_until > @clock + ${CLAIM_MS + AHEAD_MS})`
  const sweeps = [
    `UPDATE alert_messages SET state = 'waiting' WHERE state = 'claimed' AND ${claimIsOver}`,
    `UPDATE alert_messages SET state = 'unconfirmed', problem = 'interrupted', settled_at = @clock
      WHERE state = 'sending' AND ${claimIsOver}`,
    // Written or tried while the clock was ahead: as far from now as it was from then.
    `UPDATE alert_messages SET created_at = @clock, due_at = due_at - (created_at - @clock),
        expires_at = expires_at - (created_at - @clock)
      WHERE state = 'waiting' AND created_at > @clock + ${AHEAD_MS}`,
    `UPDATE alert_messages SET due_at = @clock
      WHERE state = 'waiting' AND attempts > 0 AND due_at > @clock + ${HOUR_MS + AHEAD_MS}`,
    `UPDATE alert_messages SET state = 'failed', problem = coalesce(problem, 'expired'), settled_at = @clock
      WHERE state = 'waiting' AND expires_at <= @clock`,
    // Nobody learns that something is over who never learned of it.
    `UPDATE alert_messages AS ending SET state = 'failed', problem = 'expired', settled_at = @clock
      WHERE kind = 'resolved' AND state = 'waiting' AND EXISTS (
        SELECT 1 FROM alert_messages AS raised
        WHERE raised.episode = ending.episode AND raised.channel_id = ending.channel_id AND raised.kind = 'raised'
          AND raised.state = 'failed')`,
    `DELETE FROM alert_messages
      WHERE state IN ('sent', 'failed', 'unconfirmed') AND settled_at < @clock - ${KEPT_MS}`,
  ].map((sql) => db.prepare<[{ readonly clock: number }]>(sql))

  const notLeft = `state IN ('waiting', 'claimed')`
  const dropChannel = db.prepare<[string]>(`DELETE FROM alert_messages WHERE channel_id = ? AND ${notLeft}`)
  const dropRaised = db.prepare<[string]>(
    `DELETE FROM alert_messages WHERE rule_id = ? AND kind = 'raised' AND ${notLeft}`,
  )
  const dropAllEnds = db.prepare<[string]>(`DELETE FROM alert_messages WHERE rule_id = ? AND ${notLeft}`)
  const dropEnds = db.prepare<[string]>(`
    DELETE FROM alert_messages AS ending WHERE rule_id = ? AND ${notLeft} AND NOT EXISTS (
      SELECT 1 FROM alert_messages AS raised
      WHERE raised.episode = ending.episode AND raised.channel_id = ending.channel_id AND raised.kind = 'raised'
        AND raised.state <> 'failed')`)

  return {
    /** false: it is there already, whoever put it there. */
    add: ({ event, ...message }: NewMessage): boolean =>
      insert.run({
        ...message,
        event: JSON.stringify(event),
        expiresAt: message.dueAt + (message.channelId === DESKTOP ? DESKTOP_EXPIRED_MS : EXPIRED_MS),
      }).changes > 0,
    /** Whether somebody was notified there of an episode, or will be. */
    wasRaised: (episode: string, channelId: string): boolean => raised.get(episode, channelId) !== undefined,
    has: (episode: string): boolean => ofEpisode.get(episode) !== undefined,
    /** What has not begun to leave for a channel. */
    dropChannel: (channelId: string): void => void dropChannel.run(channelId),
    /** What has not begun to leave of a rule; but those who were notified learn of the end, where `keepsEnds`. */
    dropRule: (ruleId: string, keepsEnds: boolean): void => {
      dropRaised.run(ruleId)
      if (keepsEnds) dropEnds.run(ruleId)
      else dropAllEnds.run(ruleId)
    },
    /** The next message that is due for one of these channels, claimed; null: there is none. */
    claim(channelIds: readonly string[], clock: number): AlertMessage | null {
      // Who claimed and ended without a word: what had not begun to leave is in line again, what had may have arrived. Old ones are over.
      for (const sweep of sweeps) sweep.run({ clock })
      const row = next.get({ clock, channels: JSON.stringify(channelIds) })
      if (row === undefined) return null
      claim.run(clock + CLAIM_MS, row.id)
      const schema: z.ZodType<AlertEventText | DigestEvent> =
        row.kind === 'digest' ? digestEventSchema : alertEventSchema
      const stored = readStored(schema, row.event)
      return { ...row, event: stored.isWhole ? stored.value : null }
    },
    /** From now on it may have arrived. false: the claim was lost, and it must not be sent. */
    startSending: (id: number, clock: number): boolean => startSending.run(clock + CLAIM_MS, id, clock).changes > 0,
    settle: (id: number, how: Settled, clock: number): void => {
      settle.run({
        id,
        state: how.kind === 'retry' ? 'waiting' : how.kind,
        dueAt: how.kind === 'retry' ? how.dueAt : null,
        problem: how.kind === 'sent' ? null : how.problem,
        settledAt: how.kind === 'retry' ? null : clock,
      })
    },
    /** By channel the outcome of its last message, and how many wait. */
    deliveries: (): readonly DeliveryRow[] => deliveries.all(),
  }
}
