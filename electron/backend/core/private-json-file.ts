import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { writePrivateFile } from '../../store/private-files.ts'

/** A small document that only its owner can read. */
export interface PrivateJsonFile<T> {
  /** null: there is none, or it cannot be read. */
  read(): T | null
  /** A crash leaves the old file or the new one, never half of one. Throws where the folder cannot be written. */
  write(value: T): void
}

/** Synchronous, because a window's place and a password are written when the app is about to end. */
export function privateJsonFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): PrivateJsonFile<z.infer<Schema>> {
  return {
    read() {
      try {
        return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    write: (value) => writePrivateFile(file, `${JSON.stringify(value, null, 2)}\n`),
  }
}
