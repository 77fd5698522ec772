import { createContext, use, useCallback, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { formatRoute, parseRoute, type Route } from './route.ts'

interface Routing {
  readonly route: Route
  /** `replace`: the step back goes to where one was before, not here. */
  readonly go: (route: Route, how?: 'push' | 'replace') => void
}

const RoutingContext = createContext<Routing | null>(null)

/** Keeps the route in the address, so that back and forward work. */
export function RoutingProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const hash = useSyncExternalStore(subscribe, () => location.hash)
  const go = useCallback<Routing['go']>((route, how = 'push') => {
    const target = formatRoute(route)
    if (target === location.hash) return
    if (how === 'push') history.pushState(null, '', target)
    else history.replaceState(null, '', target)
    // Neither of them fires an event.
    dispatchEvent(new PopStateEvent('popstate'))
  }, [])
  const routing = useMemo<Routing>(() => ({ route: parseRoute(hash), go }), [hash, go])
  return <RoutingContext value={routing}>{children}</RoutingContext>
}

export function useRouting(): Routing {
  const routing = use(RoutingContext)
  if (routing === null) throw new Error('useRouting needs a RoutingProvider.')
  return routing
}

function subscribe(notify: () => void): () => void {
  addEventListener('popstate', notify)
  addEventListener('hashchange', notify)
  return () => {
    removeEventListener('popstate', notify)
    removeEventListener('hashchange', notify)
  }
}
