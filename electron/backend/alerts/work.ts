import type { AlertChannel, AlertRule, DigestSettings } from '../../../shared/alerts/alert-rule.ts'
import type { DigestEvent, Settled } from '../../store/alert-messages.ts'
import type { RuleLook } from '../../store/alert-store.ts'
import type { WorkStore } from '../../store/work-store.ts'

/** What the work thread does with alerts. Instants are epoch milliseconds; `clock` is the clock of whoever asks. */
export function alertFunctions(storeOf: (id: string) => WorkStore) {
  return {
    alertSettings(id: string) {
      const { alerts } = storeOf(id)
      return {
        rules: alerts.rules(),
        channels: alerts.channels(),
        digest: alerts.digest(),
        deliveries: alerts.deliveries(),
      }
    },
    /** Every subject of a rule that is or was wrong. */
    alertStates: (id: string) => storeOf(id).alerts.states(),
    saveAlertRule: (id: string, rule: AlertRule, dueAt: number): void => storeOf(id).alerts.saveRule(rule, dueAt),
    removeAlertRule: (id: string, ruleId: string, dueAt: number): void => storeOf(id).alerts.removeRule(ruleId, dueAt),
    saveAlertChannel: (id: string, channel: AlertChannel): void => storeOf(id).alerts.saveChannel(channel),
    removeAlertChannel: (id: string, channelId: string): void => storeOf(id).alerts.removeChannel(channelId),
    saveDigest: (id: string, digest: DigestSettings): void => storeOf(id).alerts.saveDigest(digest),
    stepAlerts: (id: string, look: RuleLook) => storeOf(id).alerts.step(look),
    dismissAlert: (id: string, { ruleId, subject }: { readonly ruleId: string; readonly subject: string }): void =>
      storeOf(id).alerts.dismiss(ruleId, subject),
    hasDigest: (id: string, week: string) => storeOf(id).alerts.hasDigest(week),
    enqueueDigest: (
      id: string,
      digest: {
        readonly week: string
        readonly channels: readonly string[]
        readonly event: DigestEvent
        readonly clock: number
      },
    ) => storeOf(id).alerts.enqueueDigest(digest),
    claimAlertMessage: (id: string, channelIds: readonly string[], clock: number) =>
      storeOf(id).alerts.claim(channelIds, clock),
    startSendingAlert: (id: string, messageId: number, clock: number) =>
      storeOf(id).alerts.startSending(messageId, clock),
    settleAlertMessage: (
      id: string,
      { messageId, how, clock }: { readonly messageId: number; readonly how: Settled; readonly clock: number },
    ): void => storeOf(id).alerts.settle(messageId, how, clock),
  }
}
