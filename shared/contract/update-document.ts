import { z } from 'zod'

const VERSION = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/u

/** Characters of the notes. */
export const LONGEST_NOTES = 20_000

/** What a publisher puts at the address for updates: which version is the newest, what changes with it, and the page where people get it. */
export const updateDocumentSchema = z.object({
  version: z.string().regex(VERSION, 'is not a version such as "1.2.0"'),
  /** Plain text. */
  notes: z.string().max(LONGEST_NOTES).default(''),
  /** Opened in the browser, when the user says so. */
  page: z
    .string()
    .max(2000)
    .regex(/^https:\/\/[^\s@]+$/u, 'is not an https address'),
})

export type UpdateDocument = z.output<typeof updateDocumentSchema>

/** Whether a version comes after another, number by number. */
export function isNewerVersion(version: string, than: string): boolean {
  const parts = version.split('.').map(Number)
  const others = than.split('.').map(Number)
  const at = parts.findIndex((part, index) => part !== (others[index] ?? 0))
  return at >= 0 && parts[at]! > (others[at] ?? 0)
}
