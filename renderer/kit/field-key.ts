/** What a key means in a text field of one line; null: nothing of its own. While a word is composed (Japanese, Chinese, ...) these keys end the composing. */
export function fieldKey({ key, isComposing }: Pick<KeyboardEvent, 'key' | 'isComposing'>): 'keep' | 'discard' | null {
  if (isComposing) return null
  if (key === 'Enter') return 'keep'
  return key === 'Escape' ? 'discard' : null
}
