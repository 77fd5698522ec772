import type { z } from 'zod'
import { AppError } from '../../shared/foundation/errors.ts'
import { inflatedText } from './stored-schemas.ts'

/** A stored value, or that it is none that Covercast wrote: a file can be damaged where no structure shows it. */
export type StoredValue<T> = { readonly isWhole: true; readonly value: T } | { readonly isWhole: false }

/** Reads stored JSON by its schema. */
export function readStored<T>(schema: z.ZodType<T>, text: string): StoredValue<T> {
  try {
    const { success, data } = schema.safeParse(JSON.parse(text))
    return success ? { isWhole: true, value: data } : { isWhole: false }
  } catch {
    return { isWhole: false }
  }
}

/** As `readStored`, of what is stored deflated. */
export function readPacked<T>(schema: z.ZodType<T>, packed: Uint8Array | null): StoredValue<T> {
  try {
    return packed === null ? { isWhole: false } : readStored(schema, inflatedText(packed))
  } catch {
    return { isWhole: false }
  }
}

/** Hears of each damaged record, by what it is called, as often as it is read. */
export type OnDamaged = (record: string) => void

/** The failure of one record that cannot be read while the rest can. */
export function damagedRecord(record: string): AppError {
  return new AppError({ code: 'store-damaged', ...damagedMessage(record) })
}

/** What is said of a record that is left out. */
export function damagedMessage(record: string): {
  readonly message: string
  readonly kept: string
  readonly next: string
} {
  return {
    message: `Covercast cannot read ${record}: it is damaged.`,
    kept: 'It stays in the file as it is, and everything else can be used.',
    next: 'To have it back, restore a backup of this workspace from before.',
  }
}
