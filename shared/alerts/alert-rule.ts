import { z } from 'zod'

const LIMITS = { rules: 30, channels: 20, recipients: 20, name: 80 } as const

/** How many rules and channels a workspace may have. */
export const ALERT_LIMITS = LIMITS

/**
 * What is watched. `coverage`: of the last minutes, against the target. `nobody-online`: visitors come and no agent is there. `next-visitor`:
 * the chance that the next visitor is covered. `absent`: an agent is not online on a planned shift. `sync-failing`: figures grow old.
 * `organization-health`: an organization of the connection fell a class.
 */
export const ALERT_MEASURES = [
  'coverage',
  'nobody-online',
  'next-visitor',
  'absent',
  'sync-failing',
  'organization-health',
] as const
export type AlertMeasure = (typeof ALERT_MEASURES)[number]

const id = z.string().min(1).max(64)
const name = z.string().trim().min(1).max(LIMITS.name)
const hour = z.int().min(0).max(23)

/**
 * Which of the pools: each for itself (and all together while none of them alone is wrong), all together, or one. Of `organization-health`,
 * all organizations that the connection shows, or that of the workspace.
 */
const scopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('each-pool') }),
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('organization') }),
  z.strictObject({ kind: z.literal('pool'), poolId: z.string().min(1).max(200) }),
])

/** A rule: what is watched, from when on it is wrong, and who is notified. */
export const alertRuleSchema = z.strictObject({
  id,
  name,
  isOn: z.boolean(),
  measure: z.enum(ALERT_MEASURES),
  scope: scopeSchema,
  /** Of `coverage` and `nobody-online`: how many minutes are looked at. */
  minutes: z.int().min(15).max(240).multipleOf(15),
  /** Of `coverage` and `next-visitor` a rate, 0-100, null: the workspace's target; of `nobody-online` the least visitors. */
  threshold: z.int().min(1).max(100).nullable(),
  /** How long it must last; of `sync-failing`, how old the last sync must be. */
  forMinutes: z
    .int()
    .min(0)
    .max(24 * 60),
  /** Local hours from and to which nothing is sent; null: at all hours it is. */
  quiet: z.strictObject({ from: hour, to: hour }).nullable(),
  /** Whether this computer shows a notification, or a banner where it has none. */
  desktop: z.boolean(),
  /** Channels by id. */
  channels: z.array(id).max(LIMITS.channels),
  /** Whether names of agents are in texts that leave the computer. */
  names: z.boolean(),
  /** What the user was shown of the texts (`reviewOf`); null: nothing yet, and nothing leaves the computer. */
  reviewed: z.string().max(2000).nullable(),
})
export type AlertRule = Readonly<z.infer<typeof alertRuleSchema>>

const webhook = {
  id,
  name,
  /** Host and port of the address. The address itself is a secret and is never stored here. */
  host: z.string().min(1).max(300),
  /** Whether this host may be at a private address: confirmed by the user for exactly this host. */
  mayBePrivate: z.boolean(),
}

/** Where messages go. Addresses of webhooks, keys and passwords are no part of it: they are secrets. */
export const alertChannelSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slack'), ...webhook }),
  z.strictObject({ kind: z.literal('teams'), ...webhook }),
  z.strictObject({ kind: z.literal('discord'), ...webhook }),
  z.strictObject({ kind: z.literal('json'), ...webhook }),
  z.strictObject({
    kind: z.literal('email'),
    ...webhook,
    port: z.int().min(1).max(65_535),
    /** `tls`: from the first byte; `starttls`: before anything is sent; `none`: only on this computer. */
    security: z.enum(['tls', 'starttls', 'none']),
    /** Empty: the server asks for no password. */
    user: z.string().max(200),
    from: z.email().max(200),
    to: z.array(z.email().max(200)).min(1).max(LIMITS.recipients),
  }),
])
export type AlertChannel = Readonly<z.infer<typeof alertChannelSchema>>

/** The weekly digest: when it is sent, and to whom. */
export const digestSettingsSchema = z.strictObject({
  isOn: z.boolean(),
  /** 0 = Sunday. */
  dayOfWeek: z.int().min(0).max(6),
  hour,
  channels: z.array(id).max(LIMITS.channels),
  reviewed: z.string().max(2000).nullable(),
})
export type DigestSettings = Readonly<z.infer<typeof digestSettingsSchema>>

export const NO_DIGEST: DigestSettings = { isOn: false, dayOfWeek: 1, hour: 8, channels: [], reviewed: null }

/** Grows when the wording of alerts changes so that people should see it again before it is sent. */
const TEXT_VERSION = 1

/** What of a rule decides which text goes where: what was reviewed holds while this stays. */
export function reviewOf({ measure, names, channels }: Pick<AlertRule, 'measure' | 'names' | 'channels'>): string {
  return JSON.stringify([TEXT_VERSION, measure, names && measure === 'absent', channels.toSorted()])
}

/** As `reviewOf`, of the digest. */
export function digestReviewOf({ channels }: Pick<DigestSettings, 'channels'>): string {
  return JSON.stringify([TEXT_VERSION, 'digest', channels.toSorted()])
}

/** How a channel is named in variables of the environment: "Team chat" is TEAM_CHAT. */
export function variableName({ name: text, id: fallback }: Pick<AlertChannel, 'id' | 'name'>): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/gu, '_')
    .replaceAll(/^_+|_+$/gu, '')
  return plain === '' ? fallback.toUpperCase().replaceAll(/[^A-Z0-9]+/gu, '_') : plain
}
