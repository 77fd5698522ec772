import { workspaceInput } from '../core/inputs.ts'
import { procedure, router, terminalProcedure } from '../core/procedure.ts'
import { watchRound } from './alerts.ts'
import {
  channelInput,
  episodeInput,
  previewRuleInput,
  ruleInput,
  saveChannelInput,
  saveDigestInput,
  saveRuleInput,
  watchInput,
} from './inputs.ts'
import {
  activeAlerts,
  alertSettings,
  dismissAlert,
  previewDigest,
  previewRule,
  removeChannel,
  removeRule,
  saveChannel,
  saveDigest,
  saveRule,
  testChannel,
} from './use-cases.ts'

/** Alerts: what is wrong now, rules, and where messages go. */
export const alertsRouter = router({
  active: procedure.input(workspaceInput).query(({ ctx, input }) => activeAlerts(ctx, input.workspaceId)),
  dismiss: procedure.input(episodeInput).mutation(({ ctx, input }) => dismissAlert(ctx, input)),
  settings: procedure.input(workspaceInput).query(({ ctx, input }) => alertSettings(ctx, input.workspaceId)),
  /** The texts of a rule, stored or not, as they would be sent. */
  preview: procedure.input(previewRuleInput).query(({ ctx, input }) => previewRule(ctx, input)),
  saveRule: procedure.input(saveRuleInput).mutation(({ ctx, input }) => saveRule(ctx, input)),
  removeRule: procedure.input(ruleInput).mutation(({ ctx, input }) => removeRule(ctx, input)),
  saveChannel: procedure.input(saveChannelInput).mutation(({ ctx, input }) => saveChannel(ctx, input)),
  removeChannel: procedure.input(channelInput).mutation(({ ctx, input }) => removeChannel(ctx, input)),
  testChannel: procedure.input(channelInput).mutation(({ ctx, input }) => testChannel(ctx, input)),
  previewDigest: procedure
    .input(saveDigestInput.omit({ review: true }))
    .query(({ ctx, input }) => previewDigest(ctx, input)),
  saveDigest: procedure.input(saveDigestInput).mutation(({ ctx, input }) => saveDigest(ctx, input)),
  /** One round of `covercast watch`. */
  watch: terminalProcedure.input(watchInput).mutation(({ ctx, input }) => watchRound(ctx, input)),
})
