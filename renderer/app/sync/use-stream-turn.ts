import { useEffect, useState } from 'react'

const LOCK = 'covercast-stream'

/**
 * Whether this tab may keep a stream open. A browser opens six connections to one address for all its tabs: with a stream in each, the
 * seventh tab would wait for ever. The tab that is first has the turn until it is closed; where there is no such lock, each has it.
 */
export function useStreamTurn(): boolean {
  const [hasTurn, setHasTurn] = useState(navigator.locks === undefined)
  useEffect(() => {
    if (navigator.locks === undefined) return undefined
    const waiting = new AbortController()
    const { promise: left, resolve: leave } = Promise.withResolvers<void>()
    const turn = navigator.locks.request(LOCK, { signal: waiting.signal }, async () => {
      setHasTurn(true)
      await left
    })
    // Aborted while it waited.
    turn.catch(() => undefined)
    return () => {
      leave()
      waiting.abort()
    }
  }, [])
  return hasTurn
}
