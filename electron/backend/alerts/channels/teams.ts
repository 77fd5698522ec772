import type { MessageText } from '../../../../shared/alerts/alert-text.ts'

/** What a Workflows webhook of Microsoft Teams takes: an Adaptive Card of text runs, in which nothing is markup. */
export function teamsBody({ title, lines }: MessageText): string {
  const block = (text: string, style: object = {}): object => ({
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text, ...style }],
  })
  return JSON.stringify({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: [block(title, { weight: 'bolder', size: 'medium' }), ...lines.map((line) => block(line))],
        },
      },
    ],
  })
}
