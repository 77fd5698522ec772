import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { AppError } from '../../../shared/foundation/errors.ts'
import { safeFileName } from '../../../shared/foundation/file-name.ts'
import { useFormat } from '../../format/format-context.tsx'
import { copyImage } from '../../kit/clipboard.ts'
import { showToast } from '../../kit/toast.tsx'
import { saveBlob } from '../files/transfer.ts'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { drawElement } from './draw-element.ts'
import { pngPicture, svgPicture, type SvgPicture } from './picture-files.ts'
import { PictureSheet, type PictureContent } from './picture-sheet.tsx'

/** What can be done with a picture. */
export const PICTURE_ACTIONS = ['copy', 'png', 'svg'] as const
export type PictureAction = (typeof PICTURE_ACTIONS)[number]

/** What is to be drawn; without a source where its figures come from is said by the workspace. */
export type Picture = Omit<PictureContent, 'source' | 'width'> & Partial<Pick<PictureContent, 'source' | 'width'>>

export interface PictureMaking {
  readonly make: (action: PictureAction) => void
  readonly isWorking: boolean
  readonly error: unknown
  /** Where the picture is laid out while it is drawn; must be rendered. */
  readonly place: ReactNode
}

/** As wide as a heatmap with its sums. */
const WIDTH = 1040

/** Draws a figure, and copies or saves what was drawn. The figure is asked for when it is needed. */
export function usePicture(picture: () => Picture | Promise<Picture>): PictureMaking {
  const format = useFormat()
  const { picture: t } = format.texts
  const { overview } = useWorkspace()
  const [shown, setShown] = useState<PictureContent | null>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const sourceText = (): string => {
    if (overview === undefined) return t.sourceUnknown
    const { workspace, now, timeZone } = overview
    return now === null
      ? t.sourceNoData({ workspace: workspace.name })
      : t.source({ workspace: workspace.name, when: format.instant(Date.parse(now), timeZone, 'year') })
  }
  const draw = async (): Promise<SvgPicture & { readonly title: string }> => {
    const wanted = await picture()
    const content = { source: sourceText(), width: WIDTH, ...wanted }
    flushSync(() => setShown(content))
    try {
      return { ...(await svgPicture(drawElement(sheet.current!), content.title)), title: content.title }
    } finally {
      setShown(null)
    }
  }
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: async (action: PictureAction) => {
      if (action === 'copy') {
        await copied(draw().then(pngPicture), t)
        showToast({ text: t.copied })
        return
      }
      const drawn = await draw()
      const blob = action === 'png' ? await pngPicture(drawn) : new Blob([drawn.text], { type: 'image/svg+xml' })
      saveBlob(safeFileName(drawn.title, action), blob)
    },
  })
  return {
    make: (action) => mutate(action),
    isWorking: isPending,
    error,
    place: shown === null ? null : createPortal(<PictureSheet picture={shown} ref={sheet} />, document.body),
  }
}

/** A picture that cannot be drawn says why; one that the browser does not copy can still be saved. */
async function copied(
  image: Promise<Blob>,
  t: { readonly cannotCopy: string; readonly saveInstead: string },
): Promise<void> {
  try {
    await copyImage(image)
  } catch (thrown) {
    await image
    throw new AppError({ code: 'invalid-input', message: t.cannotCopy, next: t.saveInstead }, { cause: thrown })
  }
}
