import { plainText, type MessageText } from '../../../../shared/alerts/alert-text.ts'
import { clip } from '../../../../shared/foundation/clip.ts'

/** Discord takes no more. */
const LONGEST = 2000
const NO_EMBEDS = 4

/** What a webhook of Discord takes: text without markup, links or mentions. */
export function discordBody(text: MessageText): string {
  const escaped = plainText(text).replaceAll(/[\\*_~`|>#[\]()<:@-]/gu, String.raw`\$&`)
  return JSON.stringify({ content: clip(escaped, LONGEST), allowed_mentions: { parse: [] }, flags: NO_EMBEDS })
}
