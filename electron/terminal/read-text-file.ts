import { readFile } from 'node:fs/promises'
import { AppError } from '../../shared/foundation/errors.ts'
import { decodeText } from '../backend/core/decode-text.ts'
import type { TerminalTexts } from './format.ts'

/** The text of a file, in whatever encoding it is. Throws AppError 'not-found', or 'invalid-input' for what is no text. */
export async function readTextFile(file: string, { files: t }: TerminalTexts): Promise<string> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(file)
  } catch (error) {
    throw new AppError({ code: 'not-found', message: t.notRead({ file }), next: t.checkName }, { cause: error })
  }
  const text = decodeText(bytes)
  if (text === null) throw new AppError({ code: 'invalid-input', message: t.notText({ file }), next: t.saveAsText })
  return text
}
