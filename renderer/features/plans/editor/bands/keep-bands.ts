import { bandsSource, isSameSource, type BandsSource } from '../store/editor-state.ts'
import type { Editor } from '../store/editor-store.ts'
import { startBandsClient, type BandsClient } from './bands-client.ts'

/** An edit is often followed by another. */
const SETTLE_MS = 120

/** Draws the bands of what an editor shows after every change, in a worker so that nothing waits for them. Returns what ends it. */
export function keepBands(
  { store, setBands }: Pick<Editor, 'store' | 'setBands'>,
  start: typeof startBandsClient = startBandsClient,
): () => void {
  let client: BandsClient | null = null
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let wanted: BandsSource | null = null

  const draw = async (): Promise<void> => {
    const asked = client
    // What is being drawn already asks for the newest when it is done.
    if (isBusy || asked === null) return
    isBusy = true
    for (;;) {
      const source = wanted!
      const { schedule, baseline, poolId, world } = source
      const bands = await asked.draw({ schedule, baseline, poolId, world })
      if (client !== asked) return
      setBands({ bands, source })
      if (wanted === source) break
    }
    isBusy = false
  }
  const follow = (): void => {
    const state = store.getState()
    const source = bandsSource(state)
    // Where none are drawn of it, and none are asked for, drawing failed and is asked for again.
    const isAskedAgain = state.drawnBands === null && wanted !== null && !isBusy && timer === undefined
    if (wanted !== null && isSameSource(source, wanted) && !isAskedAgain) return
    if (wanted?.inputs !== source.inputs) {
      client?.close()
      client = start(source.inputs)
      isBusy = false
    }
    wanted = source
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      void draw()
    }, SETTLE_MS)
  }
  const stop = store.subscribe(follow)
  follow()
  return () => {
    stop()
    clearTimeout(timer)
    client?.close()
    client = null
  }
}
