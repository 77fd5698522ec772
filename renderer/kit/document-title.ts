import { useEffect } from 'react'

/** What names the window: the screen, or a document that is open on it. */
export type TitleOf = 'screen' | 'document'

const titles = new Map<TitleOf, string>()
const WITHOUT = 'Covercast'

/** Names the window while the component is there. A document's name comes before the screen's, whichever was shown first. */
export function useDocumentTitle(of: TitleOf, title: string): void {
  useEffect(() => {
    titles.set(of, title)
    show()
    return () => {
      titles.delete(of)
      show()
    }
  }, [of, title])
}

function show(): void {
  document.title = titles.get('document') ?? titles.get('screen') ?? WITHOUT
}
