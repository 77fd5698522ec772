import { create } from 'zustand'

/** A file that was opened, until the list of plans imports it. */
export const useWaitingRoster = create<{ readonly file: File | null }>(() => ({ file: null }))

/** Lets the list of plans import a file as soon as it is shown; null: it does so now. */
export function waitForPlans(file: File | null): void {
  useWaitingRoster.setState({ file })
}
