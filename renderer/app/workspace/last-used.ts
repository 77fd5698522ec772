/** The workspace that was used last, one with a problem too: opening it puts right what can be, and says what cannot. */
export function lastUsed<Workspace extends { readonly lastUsed: string | null }>(
  workspaces: readonly Workspace[],
): Workspace | undefined {
  return workspaces.toSorted((a, b) => (b.lastUsed ?? '').localeCompare(a.lastUsed ?? ''))[0]
}
