import { useEffect, useState } from 'react'

const TICK_MS = 30_000

/** The clock (epoch milliseconds), read again every half minute. */
export function useClock(): number {
  const [clock, setClock] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setClock(Date.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return clock
}
