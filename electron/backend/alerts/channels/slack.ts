import { plainText, type MessageText } from '../../../../shared/alerts/alert-text.ts'

/** Slack reads these as the beginning of links and mentions. */
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** What an incoming webhook of Slack takes: text alone, with no markup, links or mentions. */
export function slackBody(text: MessageText): string {
  const escaped = plainText(text).replaceAll(/[&<>]/gu, (sign) => SIGNS[sign]!)
  return JSON.stringify({ text: escaped, mrkdwn: false, unfurl_links: false, unfurl_media: false })
}
