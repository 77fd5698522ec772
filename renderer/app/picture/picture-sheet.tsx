import type { ReactNode, Ref } from 'react'
import { StillCharts } from '../../charts/chart.tsx'
import { ThemeContext } from '../settings/theme-context.tsx'
import './picture.css'

/** What a picture shows, and what it says about it. */
export interface PictureContent {
  /** Also the name of its file. */
  readonly title: string
  /** Of what and when: dates, time zone, pool. */
  readonly about: readonly string[]
  /** Where its figures come from. */
  readonly source: string
  /** CSS pixels. */
  readonly width: number
  readonly content: ReactNode
}

/** A figure as its picture shows it, whatever the app's theme: on white, with its title and where it comes from. Nobody sees it. */
export function PictureSheet({
  picture: { title, about, source, width, content },
  ref,
}: {
  readonly picture: PictureContent
  readonly ref: Ref<HTMLDivElement>
}): ReactNode {
  return (
    <ThemeContext value="light">
      <StillCharts value={true}>
        <div className="picture" data-theme="light" aria-hidden inert ref={ref} style={{ width }}>
          <p className="picture-title" dir="auto">
            {title}
          </p>
          <p className="picture-quiet" dir="auto">
            {about.join(' · ')}
          </p>
          <div className="picture-content">{content}</div>
          <p className="picture-quiet" dir="auto">
            {source}
          </p>
        </div>
      </StillCharts>
    </ThemeContext>
  )
}
