import { create } from 'zustand'

interface WaitingRoster {
  readonly file: File
  /** Tells apart files that were opened one after the other. */
  readonly id: string
}

/** A file that was opened, until the list of plans has imported it. */
export const useWaitingRoster = create<{ readonly roster: WaitingRoster | null }>(() => ({ roster: null }))

/** Lets the list of plans import a file as soon as it is shown; null: it has, or the user would not. */
export function waitForPlans(file: File | null): void {
  useWaitingRoster.setState({ roster: file === null ? null : { file, id: crypto.randomUUID() } })
}
