import { clip } from '../foundation/clip.ts'
import type { z } from 'zod'
import { AppError } from '../foundation/errors.ts'

/** A file may be anything; its message is read by a person. */
const LONGEST_QUOTE = 300

interface Wrong {
  /** "a plan file". */
  readonly what: string
  /** "shifts[3].start"; empty: the whole. */
  readonly path: string
  /** Without a full stop. */
  readonly reason: string
}

/** What a file (its text, or a JSON value) holds by a schema. Throws AppError 'invalid-input' that names the path and the reason. */
export function parsedFile<Schema extends z.ZodType>(
  schema: Schema,
  file: unknown,
  { what }: Pick<Wrong, 'what'>,
): z.output<Schema> {
  const value = typeof file === 'string' ? jsonOf(file, what) : file
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]!
  if (issue.code === 'unrecognized_keys') {
    throw unreadableFile({ what, path: pathText([...issue.path, issue.keys[0]!]), reason: 'is not known here' })
  }
  throw unreadableFile({ what, path: pathText(issue.path), reason: reasonOf(issue, value) })
}

/** The error for a file that is not what it should be. */
export function unreadableFile({ what, path, reason }: Wrong): AppError {
  return new AppError({
    code: 'invalid-input',
    message: `This is not ${what}: ${path === '' ? 'it' : shortened(path)} ${shortened(reason)}.`,
    next: 'Correct the file and read it again.',
  })
}

function jsonOf(text: string, what: string): unknown {
  try {
    // Editors on Windows may put a byte order mark first.
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new AppError(
      {
        code: 'invalid-input',
        message: `This is not ${what}: it is not JSON (${shortened((cause as Error).message)}).`,
        next: 'Correct the file and read it again.',
      },
      { cause },
    )
  }
}

function shortened(text: string): string {
  return text.length > LONGEST_QUOTE ? `${clip(text, LONGEST_QUOTE)} ...` : text
}

function reasonOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.path.length === 0) return 'is not a JSON object'
  if (valueAt(value, issue.path) === undefined) return 'is missing'
  if (issue.code === 'custom' || issue.code === 'invalid_union') return issue.message
  return `is wrong (${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)})`
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let part: unknown = value
  for (const key of path) part = (part as Readonly<Record<PropertyKey, unknown>> | null | undefined)?.[key]
  return part
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('')
}
