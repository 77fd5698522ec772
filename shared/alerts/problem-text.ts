import type { Formatter } from '../language/formatter.ts'

/** Why a message was not sent, from how that is kept: "tls", "status:503". */
export function problemText(problem: string, { texts }: Pick<Formatter, 'texts'>): string {
  const { status, ...plain } = texts.alerts.problems
  const code = /^status:(\d+)$/u.exec(problem)?.[1]
  if (code !== undefined) return status({ code })
  const known: Readonly<Record<string, string>> = plain
  return Object.hasOwn(known, problem) ? known[problem]! : plain.unreachable
}
