/** What of a plan's name may stand in a file's; a name of signs only leaves nothing. */
export function planFileName(name: string): string {
  const usable = name.replaceAll(/[^\p{L}\p{N} _-]/gu, '').trim()
  return `${usable === '' ? 'plan' : usable}.json`
}
