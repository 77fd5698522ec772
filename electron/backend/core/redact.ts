const HIDDEN = '***'
/** Shorter secrets would blank out half of every line, and protect nothing. */
const SHORTEST_SECRET = 4

/** What follows a scheme up to the last @ before a blank or a quote: also what is malformed and only meant as user:password@. */
const USER_INFO = /:\/\/([^\s"'<>]*)@/gu
const NAMED_SECRET =
  /\b((?:pg)?(?:password|passwd|pwd|secret|token|cookie|authorization))(["']?\s*[=:]\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^\s&,;"')}\]]+)/giu

/** A text without passwords: in URLs, beside names such as `password=`, and every secret that is known. */
export function redact(text: string, secrets: Iterable<string>): string {
  let clean = text
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue
    clean = clean.replaceAll(secret, HIDDEN).replaceAll(encodeURIComponent(secret), HIDDEN)
  }
  return clean.replaceAll(USER_INFO, `://${HIDDEN}@`).replaceAll(NAMED_SECRET, `$1$2${HIDDEN}`)
}
