import { useQueryClient } from '@tanstack/react-query'
import { useTRPC } from '../../../rpc.ts'

/** Reads anew whatever depends on which plan holds when. */
export function useReadPublishedAnew(): () => Promise<void> {
  const trpc = useTRPC()
  const queries = useQueryClient()
  return async () => {
    const keys = [trpc.plans.list.queryKey(), trpc.plans.publications.queryKey(), trpc.compare.pathKey(), trpc.today.pathKey()]
    await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })))
  }
}
