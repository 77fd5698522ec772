const BOMS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]
const SAMPLE = 4096

/** The text of a file: UTF-8 or UTF-16 as it says or looks, else Windows-1252; null: it holds what no text does. */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = BOMS.find(([, bom]) => bom.every((byte, index) => bytes[index] === byte))
  if (marked !== undefined) return withoutNuls(new TextDecoder(marked[0]).decode(bytes))
  const wide = wideEncoding(bytes)
  if (wide !== null) return withoutNuls(new TextDecoder(wide).decode(bytes))
  try {
    return withoutNuls(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return withoutNuls(new TextDecoder('windows-1252').decode(bytes))
  }
}

/** UTF-16 without a mark: of Western letters every other byte is 0. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE)
  if (sample.length < 4) return null
  const zeros = [0, 0]
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2]!++
  const [even, odd] = zeros as [number, number]
  const half = sample.length / 2
  if (odd > half / 2 && even < half / 10) return 'utf-16le'
  if (even > half / 2 && odd < half / 10) return 'utf-16be'
  return null
}

function withoutNuls(text: string): string | null {
  return text.includes('\u0000') ? null : text
}
