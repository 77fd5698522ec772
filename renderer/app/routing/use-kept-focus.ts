import { useEffect, useRef } from 'react'
import type { Route } from './route.ts'

/** Gives the focus to the new screen where what had it went with the workspace one was in, so that the keyboard goes on from there. */
export function useKeptFocus(route: Route): void {
  const hasLeft = useRef(false)
  const before = useRef(route.page)
  const { page } = route
  useEffect(() => {
    if (before.current === 'workspace' && page === 'start') hasLeft.current = true
    before.current = page
    if (!hasLeft.current || page === 'start') return
    hasLeft.current = false
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById('main')?.focus()
  }, [page])
}
