import { z } from 'zod'
import { alertRuleSchema, digestSettingsSchema } from '../../../shared/alerts/alert-rule.ts'
import { LIMITS } from '../../../shared/contract/limits.ts'
import { languageFields } from '../core/file-language.ts'
import { id, text, workspaceId } from '../core/inputs.ts'

const { reviewed: _, ...ruleFields } = alertRuleSchema.shape
/** Without an id a new one is made. */
const rule = z.strictObject({ ...ruleFields, id: ruleFields.id.nullable() })
const { reviewed: __, ...digestFields } = digestSettingsSchema.shape
const digest = z.strictObject(digestFields)

/** `review`: what `alerts.preview` answered together with the texts that were shown; needed where channels get them. */
const review = text(2000).nullable().default(null)

export const previewRuleInput = z.strictObject({ workspaceId, rule })
export const saveRuleInput = z.strictObject({ workspaceId, rule, review })
export const ruleInput = z.strictObject({ workspaceId, ruleId: id })
export const episodeInput = z.strictObject({ workspaceId, ruleId: id, subject: id.max(400) })
export const channelInput = z.strictObject({ workspaceId, channelId: id })
export const saveDigestInput = z.strictObject({ workspaceId, digest, review })

const secret = text(LIMITS.urlLength)
const named = { id: id.nullable(), name: text(80).trim().min(1, 'is empty') }
const webhook = {
  ...named,
  /** null: the one that is known already. */
  address: secret.nullable(),
}
/** A channel as it is typed. Secrets that are null stay as they are. */
export const typedChannel = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slack'), ...webhook }),
  z.strictObject({ kind: z.literal('teams'), ...webhook }),
  z.strictObject({ kind: z.literal('discord'), ...webhook }),
  z.strictObject({ kind: z.literal('json'), ...webhook, key: secret.nullable() }),
  z.strictObject({
    kind: z.literal('email'),
    ...named,
    host: text(253).trim().min(1, 'is empty'),
    port: z.int().min(1).max(65_535),
    security: z.enum(['tls', 'starttls', 'none']),
    user: text(200).trim(),
    password: secret.nullable(),
    from: z.email('is not an email address').max(200),
    to: z.array(z.email('is not an email address').max(200)).min(1, 'is empty').max(20),
  }),
])
/** `mayBePrivate`: the user has seen that the address is of this computer or its network, and wants it. */
export const saveChannelInput = z.strictObject({
  workspaceId,
  channel: typedChannel,
  mayBePrivate: z.boolean().default(false),
})
/** `every`: minutes between syncs. `looks` false: sends what is due, and no more. `wording`: of what changed; left out: as messages are written. */
export const watchInput = z.strictObject({
  workspaceId,
  isFailing: z.boolean(),
  every: z.int().min(1).max(1440),
  looks: z.boolean().default(true),
  wording: z.strictObject(languageFields).optional(),
})
