import type { Catalogue, Draft, Translation } from './catalogue.ts'

/** A translation that is being written, with the English messages that it lacks. */
export function elseEnglish<Messages extends Catalogue>(
  english: Messages,
  draft: Draft<Messages>,
): Translation<Messages> {
  return filled(english, draft as Catalogue) as Translation<Messages>
}

function filled(english: Catalogue, draft: Catalogue): Catalogue {
  const entries = Object.entries(english).map(([name, original]) => {
    const entry = draft[name]
    if (typeof original === 'string') return [name, typeof entry === 'string' ? entry : original]
    return [name, filled(original, typeof entry === 'object' ? entry : {})]
  })
  return Object.fromEntries(entries) as Catalogue
}
