import { toAppAddress } from './addresses.ts'
import type { CdpSession } from './cdp.ts'

/** A frame as Electron's WebFrameMain shows it. */
export interface DoubleFrame {
  readonly url: string
  readonly parent: DoubleFrame | null
}

interface CdpFrame {
  readonly id: string
  readonly parentId?: string
  readonly url: string
  readonly urlFragment?: string
}
interface FrameTree {
  readonly frame: CdpFrame
  readonly childFrames?: readonly FrameTree[]
}

export interface Frames {
  /** undefined: it is gone. */
  frame(id: string): DoubleFrame | undefined
  /** With its hash. */
  readonly mainUrl: string
}

/** Follows the frames of a page. */
export async function followFrames(session: CdpSession, onMainNavigation: () => void): Promise<Frames> {
  const known = new Map<string, { url: string; parentId: string | null }>()
  let mainId = ''
  const set = ({ id, parentId, url, urlFragment = '' }: CdpFrame): void =>
    void known.set(id, { url: url + urlFragment, parentId: parentId ?? null })
  const add = ({ frame, childFrames = [] }: FrameTree): void => {
    set(frame)
    childFrames.forEach(add)
  }
  session.on<{ frameId: string; parentFrameId: string }>('Page.frameAttached', ({ frameId, parentFrameId }) =>
    known.set(frameId, { url: '', parentId: parentFrameId }),
  )
  session.on<{ frame: CdpFrame }>('Page.frameNavigated', ({ frame }) => {
    set(frame)
    if (frame.parentId === undefined) {
      mainId = frame.id
      onMainNavigation()
    }
  })
  session.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
    known.set(frameId, { url, parentId: known.get(frameId)?.parentId ?? null })
  })
  session.on<{ frameId: string }>('Page.frameDetached', ({ frameId }) => known.delete(frameId))
  const { frameTree } = await session.send<{ frameTree: FrameTree }>('Page.getFrameTree')
  mainId = frameTree.frame.id
  add(frameTree)

  const frame = (id: string): DoubleFrame | undefined => {
    const found = known.get(id)
    if (found === undefined) return undefined
    return { url: toAppAddress(found.url), parent: found.parentId === null ? null : (frame(found.parentId) ?? null) }
  }
  return {
    frame,
    get mainUrl() {
      return toAppAddress(known.get(mainId)?.url ?? '')
    },
  }
}
